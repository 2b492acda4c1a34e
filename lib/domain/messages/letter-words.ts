import { lifeInWords } from "@/lib/domain/identity/link-life";
import { isLinkKind, type LetterKind } from "./letter-kinds";

/** The pages that a link of a letter opens. */
export const linkPath = (kind: "invitation" | "password-link", token: string): string =>
  `/${kind === "invitation" ? "invitation" : "reset-password"}/${token}`;

type Words = { subject: string; text: string };

/** What a letter carries that opens a page once, and for how many minutes. */
export type LetterLink = { readonly token: string; readonly minutes: number };

const foot = "If you did not expect this, you need do nothing.";

/**
 * What a letter says. The subject shows on a locked phone, and somebody else may read the rest: that something waits, and
 * nothing of what.
 */
export function letterWords(kind: LetterKind, appUrl: string, link: LetterLink | null): Words {
  const subject = "Something is waiting for you";
  const waiting = "You have something waiting in Nearer.";
  if (!link || !isLinkKind(kind)) return { subject, text: `${waiting}\n\n${appUrl}\n` };
  const address = `${appUrl}${linkPath(kind, link.token)}`;
  const life = `The link works once, for ${lifeInWords(link.minutes)}. ${foot}`;
  if (kind === "invitation") return { subject, text: `${waiting}\n\n${address}\n\n${life}\n` };
  const asked = "Somebody asked for a new password in Nearer for this address.";
  return { subject: "A new password", text: `${asked}\n\n${address}\n\n${life}\n` };
}
