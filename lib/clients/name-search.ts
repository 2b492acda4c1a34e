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

/** What keyboards write in more than one way, and letters that are no plain letter with a mark over it; all in small letters. */
export const writtenPlainly: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."’‘ʼʻ‛´`′"].map((mark) => [mark, "'"])),
  ...Object.fromEntries([..."‐‑–"].map((dash) => [dash, "-"])),
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" },
};

const otherwise = new RegExp(`[${Object.keys(writtenPlainly).join("")}]`, "gu");

/** Without case and accents, and without marks that only say which way a line runs or where two letters do not join. */
export const plainly = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll(otherwise, (letter) => writtenPlainly[letter] ?? letter)
    .trim();
