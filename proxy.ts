import { type NextRequest, NextResponse } from "next/server";
import { crowdSeconds, crowdWords, doorman } from "@/lib/identity/crowd";
import { leftCookie } from "@/lib/identity/left-cookie";
import { AGAIN_SECONDS, unavailableWords } from "@/lib/identity/unavailable-words";
import { wayBack } from "@/lib/identity/way-back";
import { numbered } from "@/lib/paths";
import { tooMuchWords } from "@/lib/typed-form";
import { deviceCookieName, openMark } from "@/server/auth/device-mark";
import { askedHeader, wayCookieName, wayCookieOptions, wayField } from "@/server/auth/way-cookie";
import { isBehind } from "@/server/database";
import { isFetchedAhead } from "@/server/fetched-ahead";
import { lateness } from "@/server/lateness";
import { bringsTooMuch, turnAway } from "@/server/turn-away";

const cookieNames = ["__Host-nearer-session", "nearer-session"];
/** What is asked by scripts ends the session itself; next-auth reads the cookie on its own and does not. */
const isApi = /^\/api\/(?!auth\/)/;
const open = /^\/(sign-in|setup|invitation|forgotten-password|reset-password|leave|letters\/off\/|in-session|api\/)/;

/** Where anybody at all may ask for something. Leaving, and a link that somebody holds, are not among them. */
const knocksAt = /^\/(sign-in(\/(with-a-code|link))?|forgotten-password|api\/auth\/callback\/.*)$/;
const isTooMany = doorman();
const doors = ["/sign-in", "/locked"];
/** The pages before sign-in that are drawn without it, leaving, and whether this process lives. */
const asksTheDatabase = (pathname: string): boolean =>
  !/^\/($|sign-in|forgotten-password|leave|portal\/offline|api\/(health|ready|leave))/.test(pathname);

/**
 * Headers and a shortcut, never an access decision: a browser without any session cookie is shown the sign-in page
 * at once. Whether a session is worth anything is found out in load and in the actions.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  const hasCookie = cookieNames.some((name) => request.cookies.has(name));
  const isAction = request.headers.has("next-action");
  if (knocksAt.test(pathname) && !isKnownBrowser(request) && isTooMany(performance.now(), lateness())) {
    const headers = { "retry-after": String(crowdSeconds) };
    const to = pathname.startsWith("/api/") ? "/sign-in" : pathname;
    return turnAway(request, { status: 503, words: crowdWords, to, headers, again: crowdSeconds });
  }
  // Who brings something is heard, and answered in the form; a page can be asked for again.
  if (request.method === "GET" && asksTheDatabase(pathname) && isBehind()) {
    const headers = { "retry-after": String(AGAIN_SECONDS) };
    const to = `${pathname}${request.nextUrl.search}`;
    return turnAway(request, { status: 503, words: unavailableWords.busy, to, headers, again: AGAIN_SECONDS });
  }
  if (await bringsTooMuch(request)) return turnAway(request, { status: 413, words: tooMuchWords, to: "/" });
  // Somebody left here without a network: what the browser still carries ends before anything is shown.
  if (request.method === "GET" && request.cookies.has(leftCookie) && !isApi.test(pathname)) {
    return redirectTo(new URL("/api/leave", request.url));
  }
  const asked = askedFor(request);
  if (!hasCookie && !open.test(pathname) && pathname !== "/" && !isAction) return toTheDoor(request, asked);
  // What load said about where from stands in no address: it is kept beside, for as long as signing in takes.
  if (doors.includes(pathname) && request.nextUrl.searchParams.has(wayField))
    return toTheDoor(request, wayBack(request.nextUrl.searchParams.get(wayField)));
  // Names in old links and notes still lead there; what is kept of it is the number.
  const byNumber = request.method === "GET" ? numbered(pathname) : null;
  if (byNumber) {
    const address = request.nextUrl.clone();
    address.pathname = byNumber;
    return redirectTo(address);
  }
  // It stands on every script and style of a page: 128 bits, and no longer than that.
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.delete(askedHeader);
  if (asked) headers.set(askedHeader, asked);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Somebody signed out here: also a browser without scripts keeps nothing.
  if (pathname === "/sign-in" && !hasCookie && request.nextUrl.searchParams.get("why") === "left")
    response.headers.set("clear-site-data", '"storage"');
  return response;
}

/** The page that somebody opened; what a browser fetches ahead nobody asked for. */
function askedFor({ method, headers, nextUrl: { pathname, search } }: NextRequest): string | null {
  const isAhead = isFetchedAhead(headers);
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  return method === "GET" && !isAhead ? wayBack(`${pathname}${query.size > 0 ? `?${query}` : ""}`) : null;
}

function toTheDoor(request: NextRequest, way: string | null): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  const why = pathname === "/sign-in" ? searchParams.get("why") : null;
  const to = pathname === "/locked" && searchParams.has(wayField) ? "/locked" : "/sign-in";
  const door = redirectTo(new URL(why ? `${to}?why=${encodeURIComponent(why)}` : to, request.url));
  if (way) door.cookies.set(wayCookieName(), way, wayCookieOptions());
  return door;
}

const isKnownBrowser = (request: NextRequest): boolean =>
  openMark(request.cookies.get(deviceCookieName())?.value)?.isOurs ?? false;

/** On the way to another page of ours nothing is drawn. */
function redirectTo(address: URL): NextResponse {
  const response = NextResponse.redirect(address);
  response.headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const scripts = `'self' 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  matcher: [
    "/((?!_next/static/|(?:icon\\.svg|apple-touch-icon\\.png|favicon\\.ico|manifest\\.webmanifest|sw\\.js)$|icons/).*)",
  ],
};
