/**
 * The number of an exercise or a reading, as it stands in an address: a browser's history then names nothing, and a
 * practice's own have one too. (FNV-1a, so that it is the same on every version and machine.)
 */
export function placeNumber(key: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193);
  return String(hash >>> 0);
}

/** Which of these keys an address means: by its number, or, for what does not come from an address, by itself. */
export const keyAt = (keys: readonly string[], place: string): string | undefined =>
  keys.find((key) => key === place || placeNumber(key) === place);
