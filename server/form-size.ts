import "server-only";
import { mostFields } from "@/lib/typed-form";

/** More than any form of somebody who is not signed in, in bytes; the longest of them is a new password. */
const smallForm = 64 * 1024;
/** What Next reads of an action at most. */
const anyForm = 1024 * 1024;

/** What a request says of itself before a byte of its body is read. */
export type Announced = {
  method: string | undefined;
  /** As the header says it; a body without one comes in pieces. */
  length: string | undefined;
  isInPieces: boolean;
  cookies: string | undefined;
};

const sessionCookie = /(?:^|;\s*)(?:__Host-)?nearer-session=[^;]/;

/** By its headers alone: too large for anybody, or too large for a browser that carries no sign-in. */
export function announcesTooMuch({ method, length, isInPieces, cookies }: Announced): boolean {
  if (method === "GET" || method === "HEAD") return false;
  if (length === undefined) return isInPieces && !sessionCookie.test(cookies ?? "");
  return Number(length) > (sessionCookie.test(cookies ?? "") ? anyForm : smallForm);
}

/** A form that may be read whole: not even fields without a name or a word fill it with many more than any form has. */
export const isSmall = ({ length, isInPieces }: Pick<Announced, "length" | "isInPieces">): boolean =>
  length === undefined ? !isInPieces : Number(length) <= smallForm;

/**
 * Counts the fields of a form in its bytes, which nobody has parsed, until there are too many. True where there are, and
 * where it cannot be told.
 */
export async function holdsTooMuch(type: string | null, body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  const between = separatorOf(type ?? "");
  if (between === "") return true;
  const reader = body?.getReader();
  let fields = 0;
  let bytes = 0;
  let rest = Buffer.alloc(0);
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      const seen = Buffer.concat([rest, value]);
      let at = -between.length;
      for (let next = seen.indexOf(between); next >= 0; next = seen.indexOf(between, at + between.length)) {
        at = next;
        fields += 1;
        if (fields > mostFields) return true;
      }
      if (bytes > anyForm) return true;
      // A separator may lie across two pieces; what was counted is not counted again.
      rest = seen.subarray(Math.max(at + between.length, seen.length - between.length + 1));
    }
    return false;
  } finally {
    reader?.releaseLock();
  }
}

/** What stands between two fields. A form with two boundaries could be read in two ways: nobody sends one. */
function separatorOf(type: string): string {
  if (!/^\s*multipart\//i.test(type)) return "&";
  const [only, ...others] = type.matchAll(/boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/gi);
  const boundary = only?.[1] ?? only?.[2];
  return boundary && others.length === 0 ? `--${boundary}` : "";
}
