import "server-only";
import { type NextRequest, NextResponse } from "next/server";
import { lookAtSession } from "@/db/queries/identity/pre-auth";
import { hashToken, sessionCookieName } from "./auth/session-cookie";
import { now } from "./clock";
import { database } from "./database";

/** More than any form of somebody who is not signed in, in bytes; the longest of them is a new password. */
const smallForm = 64 * 1024;
/** What is read of somebody who is turned away, so that they hear the answer; no more than that. */
const heardOut = 2 * 1024 * 1024;

type Answer = { status: 413 | 503; words: string; headers?: Record<string, string>; again?: number | undefined };

/** The least that an answer can be: what it takes to write it is all that it costs. Scripts get the bare words. */
export async function turnAway(
  request: NextRequest,
  { status, words, headers = {}, again }: Answer,
): Promise<NextResponse> {
  await hearOut(request);
  const bare = { ...headers, "cache-control": "no-store" };
  if (request.headers.has("next-action"))
    return new NextResponse(words, { status, headers: { ...bare, "content-type": "text/plain" } });
  const refresh = again && request.method === "GET" ? `<meta http-equiv="refresh" content="${again}">` : "";
  const page = `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>One moment</title>${refresh}<p>${words}`;
  return new NextResponse(page, {
    status,
    headers: { ...bare, "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" },
  });
}

/** A form too large for whoever sends it: reading it to its end takes longer than anything else that it could ask for. */
export async function bringsTooMuch(request: NextRequest): Promise<boolean> {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const length = request.headers.get("content-length");
  const isSmall = length === null ? !request.headers.has("transfer-encoding") : Number(length) <= smallForm;
  return !isSmall && !(await isSignedIn(request));
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
