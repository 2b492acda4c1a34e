import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { type StopKind, stopKinds } from "@/lib/messages/stop-kinds";

/** What letters are signed with. Made from the application's secret: who has it cannot tell what it came from. */
export const letterKeyOf = (secret: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "", "nearer letters", 32)).toString("base64url");

const sign = (key: string, what: string, bytes: Buffer, length: number): Buffer =>
  createHmac("sha256", key).update(what).update(bytes).digest().subarray(0, length);

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

export type Stop = { practiceId: string; accountId: string; kind: StopKind };

/** What a letter carries with which one kind of letters to one account can be stopped, and nothing else be done. */
export function stopToken(key: string, { practiceId, accountId, kind }: Stop): string {
  const said = Buffer.concat([bytesOf(practiceId), bytesOf(accountId), Buffer.of(stopKinds.indexOf(kind))]);
  return Buffer.concat([said, sign(key, "stop", said, 16)]).toString("base64url");
}

/** What it stops; null where it was not made here. */
export function readStopToken(key: string, token: string): Stop | null {
  if (!/^[A-Za-z0-9_-]{66}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  // The last sign holds spare bits: of all its spellings one is ours.
  if (bytes.toString("base64url") !== token) return null;
  const said = bytes.subarray(0, 33);
  const kind = stopKinds[said.at(32) ?? -1];
  if (!kind || !timingSafeEqual(bytes.subarray(33), sign(key, "stop", said, 16))) return null;
  return { practiceId: idOf(said.subarray(0, 16)), accountId: idOf(said.subarray(16, 32)), kind };
}

const signatureBytes = 10;
const named = /([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\.([0-9a-f]{20})/g;

/** How a letter is named outside: what comes back about it names it again, and nobody can make up such a name. */
export const letterName = (key: string, id: string): string =>
  `${id}.${sign(key, "letter", bytesOf(id), signatureBytes).toString("hex")}`;

/** The same for the part of an address before its @, which has room for 64 signs. */
export const shortLetterName = (key: string, id: string): string => letterName(key, id).replaceAll("-", "");

/** The letter of a name, wherever in a text it stands and however its letters were written; null where none is ours. */
export function letterNamedIn(key: string, text: string): string | null {
  for (const [, id = "", signature = ""] of text.toLowerCase().matchAll(named)) {
    const bytes = bytesOf(id);
    const own = sign(key, "letter", bytes, signatureBytes);
    if (timingSafeEqual(Buffer.from(signature, "hex"), own)) return idOf(bytes);
  }
  return null;
}
