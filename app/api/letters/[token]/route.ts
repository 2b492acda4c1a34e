import { stopByLink } from "@/server/stop-by-link";

const noStore = { "cache-control": "no-store" };

type Given = { params: Promise<{ token: string }> };

/** Opening the address does nothing: it leads to a page with a button, since mail programs open it too. */
export async function GET(_: Request, { params }: Given): Promise<Response> {
  const location = `/letters/off/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { ...noStore, location } });
}

/** RFC 8058: the reader pressed “unsubscribe” in their mail program, which sends this. It brings no session and needs none. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return new Response(null, { status: 400, headers: noStore });
  const wait = await stopByLink((await params).token);
  if (wait > 0) return new Response(null, { status: 429, headers: { ...noStore, "retry-after": String(wait) } });
  return new Response(null, { status: 200, headers: noStore });
}
