import worker from "../sw/worker.bundle";

const headers = {
  "content-type": "text/javascript; charset=utf-8",
  "cache-control": "no-cache, no-store",
  "content-security-policy": "default-src 'none'; connect-src 'self'",
};

/** The service worker. The same for everybody: what it keeps for whom, a page tells it. */
export const GET = (): Response => new Response(worker, { headers });
