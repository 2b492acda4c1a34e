import { z } from "zod";
import type { ChangeRules } from "@/lib/protocol/changes/change-rules";
import { dose } from "@/lib/protocol/changes/dose";
import { drop } from "@/lib/protocol/changes/drop";
import { end } from "@/lib/protocol/changes/end";
import { extend } from "@/lib/protocol/changes/extend";
import { hold } from "@/lib/protocol/changes/hold";
import { ownSteps } from "@/lib/protocol/changes/own-steps";
import { pause } from "@/lib/protocol/changes/pause";
import { release } from "@/lib/protocol/changes/release";
import { repeat } from "@/lib/protocol/changes/repeat";
import { resume } from "@/lib/protocol/changes/resume";
import { swap } from "@/lib/protocol/changes/swap";
import { undo } from "@/lib/protocol/changes/undo";
import type { LocalDate } from "@/lib/time/local-date";

/** What a therapist can decide about the path. What each kind is, asks and says stands in its own file. */
export const changeSchema = z.discriminatedUnion("kind", [
  hold.schema,
  release.schema,
  repeat.schema,
  swap.schema,
  drop.schema,
  dose.schema,
  pause.schema,
  resume.schema,
  ownSteps.schema,
  end.schema,
  extend.schema,
  undo.schema,
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = Change["kind"];
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { kind: Kind }>;

/** Every kind with its rules and words; a kind that is missing here, or whose schema is missing above, is a type error. */
export const changeKinds: { [Kind in ChangeKind]: ChangeRules<ChangeOf<Kind>> } = {
  hold,
  release,
  repeat,
  swap,
  drop,
  dose,
  pause,
  resume,
  "own-steps": ownSteps,
  end,
  extend,
  undo,
};

/** The rules of the kind that a change is of. */
export const rulesOf = ({ kind }: Change): ChangeRules<Change> => changeKinds[kind];

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
export function subjectOf(change: Change, decisions: readonly Decision[]): Exclude<Change, ChangeOf<"undo">> | null {
  if (change.kind !== "undo") return change;
  const others = decisions.filter(({ id }) => id !== change.undoes);
  const undone = decisions.find(({ id }) => id === change.undoes);
  return undone ? subjectOf(undone.change, others) : null;
}

/** What an undo of an undo makes count again; null for every other change. */
export function broughtBack(change: Change, decisions: readonly Decision[]): Change | null {
  if (change.kind !== "undo") return null;
  const undone = decisions.find(({ id }) => id === change.undoes)?.change;
  if (undone?.kind !== "undo") return null;
  const first = decisions.find(({ id }) => id === undone.undoes)?.change;
  return first?.kind === "undo" ? broughtBack(first, decisions) : (first ?? null);
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
): (Decision & { change: ChangeOf<K> }) | undefined {
  const wanted = new Set<ChangeKind>(kinds);
  const is = (d: Decision): d is Decision & { change: ChangeOf<K> } => wanted.has(d.change.kind);
  return decisions.filter(is).at(-1);
}
