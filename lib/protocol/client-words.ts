import { firstNameOf } from "@/lib/first-name";

/** A text of a protocol as one client reads it: `{partner}` becomes the partner's first name, or "your partner". */
export function clientWords(text: string, partnerName: string | null): string {
  const partner = partnerOf(partnerName);
  return text
    .replace(/(^|[.!?]\s+)\{partner\}/g, (_, before: string) => before + capital(partner))
    .replaceAll("{partner}", partner);
}

/** The partner's first name, or "your partner" where no name is kept. */
export function partnerOf(name: string | null): string {
  return firstNameOf(name ?? "") || "your partner";
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
