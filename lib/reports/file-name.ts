/** Letters that are no plain letter with a mark over it. */
const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  œ: "oe",
  þ: "th",
};

/** In letters that every system keeps: marks go, what has no such letter goes, and words are joined by hyphens. */
export function plainFileName(name: string): string {
  const plain = [...name.normalize("NFD")]
    .map((letter) => spelled[letter] ?? spelled[letter.toLowerCase()]?.toUpperCase() ?? letter)
    .join("")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain || "Report";
}

/**
 * The header that names a file: plain letters for old readers, and the name as it is written for the others (RFC 6266, RFC
 * 8187). `name` comes without its ending.
 */
export function fileDisposition(how: "inline" | "attachment", name: string, ending: string): string {
  const whole = `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim() || "Report"}.${ending}`;
  const encoded = encodeURIComponent(whole).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plainFileName(name)}.${ending}"; filename*=UTF-8''${encoded}`;
}
