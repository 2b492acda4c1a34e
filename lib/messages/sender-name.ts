import { z } from "zod";
import { emailShape, lineShape } from "@/lib/identity/shapes";

/** Who stands above a client's letter until the practice chooses another name. */
export const usualSender = "Nearer";

/** What a name above a client's letter may not hold: it shows on a phone that somebody else may look at. */
const telling =
  /therap|counsel|psych|clinic|practi[cs]e|couple|intima|closeness|relationship|marriage|marital|partner|client|patient|session|safe|crisis|trauma|abuse|violen|advoca|refuge|shelter|health|welfare|doctor|\bdr\b|mental|support|help|sex/i;

/** Each part of a name of three letters and more. */
const partsOf = (name: string) => name.match(/[\p{L}\p{M}]{3,}/gu) ?? [];

/**
 * Why a name may not stand above letters to clients, as a sentence; null when it may. `names` are those of the practice and
 * of everybody who works in it: a name that says where a letter comes from says what it is about.
 */
export function senderFault(sender: string, names: readonly string[]): string | null {
  if (sender === usualSender) return null;
  const word = telling.exec(sender)?.[0];
  if (word) return `This shows on a locked phone, so it says nothing about what you do. Take “${word}” out.`;
  if (/[@<>"\\/]/.test(sender)) return "Write a plain name, without an address.";
  const parts = new Set(partsOf(sender).map((part) => part.toLowerCase()));
  const name = names.flatMap(partsOf).find((part) => parts.has(part.toLowerCase()));
  return name
    ? `This shows on a locked phone, so it names neither the practice nor anybody in it. Take “${name}” out.`
    : null;
}

/** How a practice's letters look: what clients see, and where answers of staff and of whoever is invited go. */
export const practiceLettersForm = z.strictObject({
  sender: lineShape("letterSender", "Write a name, or Nearer."),
  replyTo: z.union([z.literal("").transform(() => null), emailShape]),
});
export type PracticeLettersForm = z.infer<typeof practiceLettersForm>;
