/** How somebody is called in a sentence: the first word of their name. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? "";

/** The same of several who are told from one another: the whole name of those who are called alike. */
export const firstNamesApart = (names: readonly string[]): string[] =>
  names.map((name) => {
    const first = firstNameOf(name);
    const alike = names.filter((other) => firstNameOf(other).toLowerCase() === first.toLowerCase());
    return alike.length > 1 ? name.trim() : first;
  });
