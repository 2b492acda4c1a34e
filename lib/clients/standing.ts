import { formatLongDay } from "@/lib/format";
import type { LocalDate } from "@/lib/time/local-date";
import { type ClientStepKind, movingKinds } from "./client-step";

export type ClientStep = { kind: ClientStepKind; at: Date; readableUntil: LocalDate | null };

/**
 * Where a client stands with the practice. `merged`: the same person has another record, which stays. `removed`: entered by mistake or erased, and nothing of a person is told any more.
 * `readableUntil`: the last day on which a discharged client reads their pages; null: closed.
 */
export type InForce =
  | { is: "here" }
  | { is: "discharged"; since: Date; readableUntil: LocalDate | null }
  | { is: "merged"; since: Date }
  | { is: "removed"; since: Date };

const moves = (kind: ClientStepKind) => movingKinds.some((one) => one === kind);

/** Folded from the steps, in any order. */
export function pathTodayOf(steps: readonly ClientStep[]): InForce {
  const [newest] = steps.filter(({ kind }) => moves(kind)).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (newest?.kind === "removed" || newest?.kind === "erased") return { is: "removed", since: newest.at };
  if (newest?.kind === "merged") return { is: "merged", since: newest.at };
  if (newest?.kind === "discharged") return { is: "discharged", since: newest.at, readableUntil: newest.readableUntil };
  return { is: "here" };
}

/** What a client's own pages do: all they do, or only show until a day, or nothing any more. */
export type Portal = { is: "open" } | { is: "readable"; until: LocalDate } | { is: "over" };

export function portalOf(standing: InForce, today: LocalDate): Portal {
  if (standing.is === "here") return { is: "open" };
  const until = standing.is === "discharged" ? standing.readableUntil : null;
  return until !== null && until >= today ? { is: "readable", until } : { is: "over" };
}

/** What has to be ended before a client can be discharged. */
export type Pending = {
  standing: InForce;
  openEvents: number;
  unreadWords: boolean;
  isInviting: boolean;
  isBooked: boolean;
  isLinked: boolean;
  readsPartner: boolean;
};

/** Why somebody cannot be discharged yet, with what to do first; null where they can. */
export function dischargeRefusal(pending: Pending): string | null {
  if (pending.standing.is === "merged") return "This record was merged into another one of the same person.";
  if (pending.standing.is !== "here") return "This client is discharged already.";
  return pendingRefusal(pending);
}

/** What of somebody has to be ended first, before nothing is open, planned or linked; null where nothing has. */
export function pendingRefusal(pending: Omit<Pending, "standing">): string | null {
  if (pending.openEvents > 0) return "An event about safety is open. Close it with a note first.";
  if (pending.unreadWords) return "Words in safety questions are unread. Read them first.";
  if (pending.isInviting) return "The partner is invited. Take that invitation back first.";
  if (pending.isBooked) return "A session is planned. Hold it, or cancel it first.";
  if (!pending.isLinked) return null;
  return pending.readsPartner
    ? "End the link with the partner first: its end has a day that is agreed with each alone."
    : "Something has to be ended first that the owner of the practice decides. Ask the owner.";
}

/** What a discharged client reads above every page of theirs. */
export const readableSentence = (until: LocalDate, today: LocalDate): string =>
  `You can read everything here until ${formatLongDay(until, today)}. Nothing new can be added.`;

/** How long pages stay readable after a discharge, in days: as proposed, and at most (ours). */
export const readableDays = { usual: 28, most: 366 } as const;
