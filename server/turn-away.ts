import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import { lookAtSession } from "@/db/queries/identity/pre-auth";
import { hashToken, sessionCookieName } from "./auth/session-cookie";
import { barePage, barePageHeaders } from "./bare-page";
import { now } from "./clock";
import { database } from "./database";
import { announcesTooMuch, holdsTooMuch, isSmall } from "./form-size";

/** What is read of somebody who is turned away, so that they hear the answer; no more than that. */
const heardOut = 2 * 1024 * 1024;

type Answer = { status: 413 | 503; words: string; to: string; headers?: Record<string, string>; again?: number };

/**
 * The least that an answer can be: what it takes to write it is all that it costs. Scripts get the bare words. A page that
 * was asked for tries again by itself; one that brought something says that it was not read.
 */
export async function turnAway(
  request: NextRequest,
  { status, words, to, headers = {}, again }: Answer,
): Promise<NextResponse> {
  await hearOut(request);
  if (request.headers.has("next-action"))
    return new NextResponse(words, {
      status,
      headers: { ...headers, "cache-control": "no-store", "content-type": "text/plain" },
    });
  const page = again && request.method === "GET" ? { again } : again ? { note: unread } : {};
  return new NextResponse(barePage({ words, to, ...page }), { status, headers: { ...barePageHeaders, ...headers } });
}

const unread = "Nothing of what you sent was read: fill it in once more.";

/**
 * A form too large for whoever sends it. First by what it says of itself, then by its bytes, and only then is it looked up
 * who sends it: reading a form to its end takes longer than anything else that it could ask for.
 */
export async function bringsTooMuch(request: NextRequest): Promise<boolean> {
  const { method, headers } = request;
  if (method === "GET" || method === "HEAD") return false;
  const announced = {
    method,
    length: headers.get("content-length") ?? undefined,
    isInPieces: headers.has("transfer-encoding"),
    cookies: headers.get("cookie") ?? undefined,
  };
  if (announcesTooMuch(announced)) return true;
  if (isSmall(announced)) return false;
  return (await holdsTooMuch(headers.get("content-type"), request.body)) || !(await isSignedIn(request));
}

async function isSignedIn(request: NextRequest): Promise<boolean> {
  const token = request.cookies.get(sessionCookieName())?.value;
  return token !== undefined && (await lookAtSession(database(), hashToken(token), now())).state === "live";
}

async function hearOut({ body }: NextRequest): Promise<void> {
  try {
    const reader = body?.getReader();
    for (let bytes = 0; reader && bytes < heardOut; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
    }
  } catch {
    // They went away.
  }
}
