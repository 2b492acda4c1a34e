/**
 * Whether a search finds a name: each word of it stands somewhere in the name, whatever its case and accents
 * ("ales" finds Aleš). An empty search finds everybody.
 */
export function isNamed(name: string, search: string): boolean {
  const plain = plainly(name);
  return plainly(search)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** Without case and accents. */
export const plainly = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
