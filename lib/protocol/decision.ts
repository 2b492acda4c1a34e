import { z } from "zod";
import { doseSchema } from "@/lib/protocol/dose";
import { keySchema } from "@/lib/stable-key";
import { type LocalDate, localDateSchema } from "@/lib/time/local-date";

/** How long a change to an exercise lasts: the calendar week in which it takes effect, or from then on. */
export const changeScopeSchema = z.enum(["this-week", "onward"]);
export type ChangeScope = z.infer<typeof changeScopeSchema>;

/**
 * What a therapist can decide about the path.
 * - `hold`: stay in this week until a `release`. `repeat`: live this calendar week's protocol week once more.
 * - `swap`, `drop`, `dose`: change an exercise from the day on.
 * - `pause`: no exercises from the day on, until `resume` or the day `until` (the first day that counts again).
 * - `own-steps`: every exercise in its own form on the days from `from` until the day `until`, the first in the usual form.
 * - `end`: the day is the first one without the protocol. `extend`: so many more weeks after the last.
 * - `undo`: from the day on, as if the decision it names had never been made.
 */
export const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("hold") }),
  z.strictObject({ kind: z.literal("release") }),
  z.strictObject({ kind: z.literal("repeat") }),
  z.strictObject({ kind: z.literal("swap"), from: keySchema, to: keySchema, scope: changeScopeSchema }),
  z.strictObject({ kind: z.literal("drop"), exercise: keySchema, scope: changeScopeSchema }),
  z.strictObject({ kind: z.literal("dose"), exercise: keySchema, dose: doseSchema, scope: changeScopeSchema }),
  z.strictObject({ kind: z.literal("pause"), until: localDateSchema.nullable() }),
  z.strictObject({ kind: z.literal("resume") }),
  z.strictObject({ kind: z.literal("own-steps"), from: localDateSchema, until: localDateSchema.nullable() }),
  z.strictObject({ kind: z.literal("end"), followUps: z.boolean() }),
  z.strictObject({ kind: z.literal("extend"), weeks: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal("undo"), undoes: z.string().min(1) }),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change["kind"];

/** A decision as kept: append-only, with the day from which it counts and the instant at which it was made. */
export type Decision = {
  id: string;
  /** The client's local date on which it takes effect; never before the day on which it was made. */
  effectiveOn: LocalDate;
  madeAt: Date;
  change: Change;
};

/** Decisions in the order in which they count: by effective day, then by when they were made. */
export function inOrder(decisions: readonly Decision[]): Decision[] {
  return [...decisions].sort(
    (a, b) =>
      (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0) ||
      a.madeAt.getTime() - b.madeAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/** What a change is about in the end: for an undo what it takes back, through every undo of an undo. */
export function subjectOf(change: Change, decisions: readonly Decision[]): Exclude<Change, { kind: "undo" }> | null {
  if (change.kind !== "undo") return change;
  const others = decisions.filter(({ id }) => id !== change.undoes);
  const undone = decisions.find(({ id }) => id === change.undoes);
  return undone ? subjectOf(undone.change, others) : null;
}

/** The ids of decisions that an undo takes back, leaving aside every undo that was itself undone. */
export function undoneBy(decisions: readonly Decision[]): Set<string> {
  const undone = new Set<string>();
  for (const { id, change } of inOrder(decisions).reverse())
    if (change.kind === "undo" && !undone.has(id)) undone.add(change.undoes);
  return undone;
}

/**
 * The decisions that hold at the end of `day`, in order: those that have taken effect and that no undo in
 * force takes back. An undo can be undone; it reaches only decisions that come before it.
 */
export function inForce(ordered: readonly Decision[], day: LocalDate): Decision[] {
  const undone = new Set<string>();
  const kept: Decision[] = [];
  for (let i = ordered.length - 1; i >= 0; i -= 1) {
    const decision = ordered[i];
    if (!decision || decision.effectiveOn > day || undone.has(decision.id)) continue;
    if (decision.change.kind === "undo") undone.add(decision.change.undoes);
    else kept.push(decision);
  }
  return kept.reverse();
}

/** The day on which the newest pause ended, by `today`; null when none has, or while one lasts. */
export function resumedOn(decisions: readonly Decision[], today: LocalDate): LocalDate | null {
  const last = lastOf(inForce(inOrder(decisions), today), "pause", "resume");
  if (!last) return null;
  const day = last.change.kind === "resume" ? last.effectiveOn : last.change.until;
  return day !== null && day <= today ? day : null;
}

/** The last decision of one of these kinds, or undefined. `decisions` are in force and in order. */
export function lastOf<K extends ChangeKind>(
  decisions: readonly Decision[],
  ...kinds: K[]
): (Decision & { change: Extract<Change, { kind: K }> }) | undefined {
  const wanted = new Set<ChangeKind>(kinds);
  const is = (d: Decision): d is Decision & { change: Extract<Change, { kind: K }> } => wanted.has(d.change.kind);
  return decisions.filter(is).at(-1);
}
