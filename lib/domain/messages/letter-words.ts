import { invitationLife, resetLife } from "@/lib/domain/identity/link-life";
import type { LetterKind } from "./letter-kinds";

/** The pages that a link of a letter opens. */
export const linkPath = (kind: "invitation" | "password-link", token: string): string =>
  `/${kind === "invitation" ? "invitation" : "reset-password"}/${token}`;

type Words = { subject: string; text: string };

const foot = "If you did not expect this, you need do nothing.";

/**
 * What a letter says. The subject shows on a locked phone, and somebody else may read the rest: that something waits, and
 * nothing of what. `token` is what a letter with a link carries.
 */
export function letterWords(kind: LetterKind, appUrl: string, token: string | null): Words {
  const subject = "Something is waiting for you";
  const waiting = "You have something waiting in Nearer.";
  if (kind === "invitation" && token) {
    const life = `The link works once, for ${invitationLife}. ${foot}`;
    return { subject, text: `${waiting}\n\n${appUrl}${linkPath(kind, token)}\n\n${life}\n` };
  }
  if (kind === "password-link" && token) {
    const asked = "Somebody asked for a new password in Nearer for this address.";
    const life = `The link works once, for ${resetLife}. ${foot}`;
    return { subject: "A new password", text: `${asked}\n\n${appUrl}${linkPath(kind, token)}\n\n${life}\n` };
  }
  return { subject, text: `${waiting}\n\n${appUrl}\n` };
}
