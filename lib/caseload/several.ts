import { z } from "zod";
import { plainly } from "@/lib/clients/name-search";
import { PAGE_ROWS } from "@/lib/paging";
import type { PathStatus } from "@/lib/protocol/path";
import { wordsUpTo } from "@/lib/written-words";

/** As many as a page of the caseload has lines. */
const clients = z
  .array(z.uuid())
  .max(PAGE_ROWS)
  .default([])
  .transform((ids) => [...new Set(ids)])
  .refine((ids) => ids.length > 0, "Choose at least one client.");

export const remindSeveralForm = z.strictObject({ "clients[]": clients });
export type RemindSeveralForm = z.infer<typeof remindSeveralForm>;

/** The same words to several. `id` is made by the page: sent twice, each gets them once. */
export const writeToSeveralForm = z.strictObject({
  id: z.uuid(),
  "clients[]": clients,
  body: wordsUpTo("message", "Write a few words first."),
});
export type WriteToSeveralForm = z.infer<typeof writeToSeveralForm>;

/** One of those whom something is done with at once: what it depends on. */
export type OneOfSeveral = {
  isGone: boolean;
  hasAccepted: boolean;
  /** Of the newest path; null where there is none. */
  status: PathStatus | null;
  /** What can be answered today and is due first. */
  waits: { id: string; title: string; dueOn: string | null } | null;
  /** Whether letters reach them: nobody asked about the address, it is not safe, or they want none. */
  letters: "go" | "unasked" | "unsafe" | "unwanted";
  remindedToday: boolean;
};

const noLetters = {
  unasked: "Nobody has asked whether letters may go to their address.",
  unsafe: "Letters to their address were not called safe.",
  unwanted: "They want no letters.",
} as const;

const notHere = ({ isGone, hasAccepted }: OneOfSeveral): string | null =>
  isGone ? "Discharged." : hasAccepted ? null : "Invited, and not here yet.";

/** Why no reminder goes to this client now, or null where one does. */
export function whyNotReminded(one: OneOfSeveral): string | null {
  if (notHere(one)) return notHere(one);
  if (one.status === "paused") return "Their weeks are paused, and nothing is asked meanwhile.";
  if (one.status === "ended") return "Their weeks ended early.";
  if (!one.waits) return "Nothing waits to be answered.";
  if (one.remindedToday) return "Reminded today already.";
  return one.letters === "go" ? null : noLetters[one.letters];
}

/** Why a message to several leaves this client out, or null where it does not. */
export const whyNotWritten = (one: OneOfSeveral): string | null => notHere(one);

/** What is to be known of somebody who gets the message: no letter tells that it is there. */
export const howItIsRead = ({ letters }: OneOfSeveral): string | null =>
  letters === "go" ? null : `${noLetters[letters]} They find it when they open their pages.`;

/** The names that more than one of these people have: somebody has to look at what else stands there. */
export function namesAlike(people: readonly { name: string }[]): string[] {
  const plain = people.map(({ name }) => plainly(name));
  const alike = people.filter((_, i) => plain.indexOf(plain[i] ?? "") !== plain.lastIndexOf(plain[i] ?? ""));
  return [...new Map(alike.map(({ name }) => [plainly(name), name])).values()];
}
