import { createHash } from "node:crypto";

/** The same form, client and thing always give the same id, so that a repeated form finds its own rows. */
export function derivedId(...parts: string[]): string {
  const hex = createHash("sha256").update(parts.join("|")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
