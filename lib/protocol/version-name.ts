/** What a practice's own protocol is called inside: one series of versions, whatever it was copied from. */
export const ownProtocolKey = "own-protocol";

/** A version as people tell it from others: "Ten weeks nearer, as shipped", "…, as shipped in version 2", "…, own version 2". */
export function versionName({ key, title, version }: { key: string; title: string; version: number }): string {
  if (key === ownProtocolKey) return `${title}, own version ${version}`;
  return version > 1 ? `${title}, as shipped in version ${version}` : `${title}, as shipped`;
}
