/** What a practice's own protocol is called inside: one series of versions, whatever it was copied from. */
export const ownProtocolKey = "own-protocol";

/** A version as people tell it from others: "Ten weeks nearer, as shipped", "Ten weeks nearer, own version 2". */
export function versionName({ key, title, version }: { key: string; title: string; version: number }): string {
  return key === ownProtocolKey ? `${title}, own version ${version}` : `${title}, as shipped`;
}
