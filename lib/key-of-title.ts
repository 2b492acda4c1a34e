/** A key made of a title, in small letters, digits and hyphens, and not among `taken`. `otherwise` stands for a title that has none of these. */
export function keyOfTitle(title: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 48)
      .replace(/^-+|-+$/g, "") || otherwise;
  for (let n = 1; ; n++) {
    const key = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(key)) return key;
  }
}
