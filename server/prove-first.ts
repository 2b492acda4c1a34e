import "server-only";

/** To the page on which somebody shows who they are; the file is offered there afterwards. */
export const proveFirst = (file: string): Response =>
  new Response(null, {
    status: 303,
    headers: { "cache-control": "no-store", location: `/account/prove?${new URLSearchParams({ file })}` },
  });
