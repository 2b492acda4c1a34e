import { type GateHistory, gateAt, instantOfRows } from "./gate";
import { linkAt, type SharedClassInput, sharedClassAt } from "./shared-class";

/** One person's gate without what it waits for because of something that the partner said. */
export const ownHistory = (history: GateHistory): GateHistory => ({
  ...history,
  waits: history.waits.filter(({ isPartners }) => !isPartners),
});

/** Joint steps as far as one person's own side decides them: no link, no own days of two, nothing about the partner. */
export const ownSide = (input: SharedClassInput): SharedClassInput => ({
  history: ownHistory(input.history),
  calendar: input.calendar,
  link: null,
  ownDays: [],
  chosen: input.chosen.filter(({ isForBoth }) => !isForBoth),
  choices: input.choices.filter(({ isPartners }) => !isPartners),
});

/** What joint steps are worked out from, for staff: who may not read the partner gets the person's own side alone. */
export const asReadBy = (readsPartner: boolean, input: SharedClassInput): SharedClassInput =>
  readsPartner ? input : ownSide(input);

/**
 * Whether words of gain may be said at `at`: the own gate is clear and joint steps are open. To who may not read the partner
 * none are said while a link counts, whatever either gate is: then neither a word nor its lack tells of the other.
 */
export function saysGainAt(input: SharedClassInput, readsPartner: boolean, at: Date): boolean {
  if (!readsPartner && linkAt(input, at)) return false;
  const read = asReadBy(readsPartner, input);
  return gateAt(read.history, instantOfRows(read.history, at)).state === "clear" && sharedClassAt(read, at).open;
}
