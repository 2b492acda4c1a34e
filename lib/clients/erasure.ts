import { addDays, type LocalDate } from "@/lib/time/local-date";

/** What is asked and answered about erasing somebody. `dropped`: said alone that it is not wanted, or was not theirs. */
export const erasureStepKinds = ["asked", "taken-back", "dropped", "granted"] as const;
export type ErasureStepKind = (typeof erasureStepKinds)[number];

export type ErasureStep = { kind: ErasureStepKind; at: Date };

/** Within how many days the practice has talked with who asked, and answered: a month (ours). */
export const erasureDays = 30;

/** For how many years entries about safety are kept after the newest of them, where a practice said nothing (ours). */
export const usualRetention = 10;

/** Whether somebody asked to be erased. Granted, it is the worker’s to do. */
export type ErasureStanding = { is: "none" } | { is: "asked"; since: Date } | { is: "granted"; since: Date };

/** Folded from the steps, in any order. */
export function erasureStanding(steps: readonly ErasureStep[]): ErasureStanding {
  const [newest] = steps.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (newest?.kind === "asked" || newest?.kind === "granted") return { is: newest.kind, since: newest.at };
  return { is: "none" };
}

export const answerBy = (askedOn: LocalDate): LocalDate => addDays(askedOn, erasureDays);

type Answering = {
  standing: ErasureStanding;
  /** The client’s days. */
  askedOn: LocalDate;
  today: LocalDate;
  /** Discharged, so that nothing about them is open, planned or linked any more. */
  isDischarged: boolean;
  /** Talked with alone: nobody could hear. */
  talkedAlone: boolean;
};

/** Why the practice cannot answer “erase” yet, with what to do first; null where it can. */
export function grantRefusal({ standing, askedOn, today, isDischarged, talkedAlone }: Answering): string | null {
  if (standing.is === "granted") return "This is answered already.";
  if (standing.is === "none") return "Nobody has asked for it.";
  if (!talkedAlone && today < answerBy(askedOn))
    return "Talk with them alone first. Somebody else may have asked in their name.";
  if (!isDischarged)
    return "Discharge them first, under Record: an open event, a link or a planned session has an end of its own.";
  return null;
}

/** Until when entries about safety are kept; null where there is none to keep. */
export function safetyKeptUntil(newest: Date | null, years: number): Date | null {
  if (!newest) return null;
  const until = new Date(newest);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return until;
}

export type Hold = { id: string; at: Date };

/** Holds that nobody has ended: while there is one, nothing of the record is erased. */
export const holdsInForce = <H extends Hold & { endsId: string | null }>(holds: readonly H[]): H[] => {
  const ended = new Set(holds.flatMap(({ endsId }) => endsId ?? []));
  return holds.filter(({ id, endsId }) => endsId === null && !ended.has(id));
};

/** What is told to whoever asked, in the talk: the same words whatever is kept. */
export const erasureAnswer =
  "Your name and your address are taken out, and so is what you wrote, answered and logged. What the law makes us keep for a time stays closed under a number, and goes when that time is over. Copies that were made for emergencies go within weeks. A file that was saved before is not ours to take back.";
