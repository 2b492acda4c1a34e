import type { StaffActor } from "@/lib/actor";
import { settle } from "@/lib/assessments/build/settle";
import type { Instrument } from "@/lib/assessments/instrument";
import { Refused } from "@/lib/errors";
import { afterRewording } from "@/lib/instruments/critical-marks";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import type { Scope } from "../../scope";
import { keepDraft, type LockedDraft, lockDraft } from "./draft-instrument";

/** The draft of an instrument whose questions, answers and scales are the practice's own, locked. */
export async function lockBuildable(scope: Scope<StaffActor>, key: string): Promise<LockedDraft> {
  const draft = await lockDraft(scope, key);
  const why = whyNotBuildable(draft.instrument);
  if (why) throw new Refused(why);
  return draft;
}

/** A step in a draft: it is made whole, what has to be looked at anew says so, and it can be taken back. */
export async function keepStep(
  scope: Scope<StaffActor>,
  draft: LockedDraft,
  after: Instrument,
  did: string,
): Promise<{ along: string[] }> {
  const { instrument, along } = settle(draft.instrument, after);
  const looked = afterRewording(draft.instrument, instrument);
  await keepDraft(scope, draft, looked, "instruments.draft-changed", [did, ...along].join(" "));
  return { along };
}

/** Ids and keys that questions and scales of any version have had. */
export const takenIn = ({ versions }: LockedDraft) => ({
  items: new Set(versions.flatMap(({ items }) => items.map(({ id }) => id))),
  scales: new Set(versions.flatMap(({ scales }) => scales.map(({ key }) => key))),
});
