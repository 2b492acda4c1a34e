import { couplesInEachState } from "./couples-in-each-state";
import { clientAccountId } from "./personas";

export type SampleState = { words: string; accountIds: readonly string[] };

const account = (name: string): string => clientAccountId({ name });

/** Couples in every state that joint steps can be in, as the sample’s own door lists them. */
export const sampleStates: readonly SampleState[] = [
  {
    words: "Both clear: joint steps are open",
    accountIds: ["Ines Marchetti", "Dario Conti"].map(account),
  },
  {
    words: "Own days before a phase: both are asked the safety questions",
    accountIds: ["Clara Weiss", "Joanna Pike"].map(account),
  },
  ...couplesInEachState.map(({ words, people }) => ({ words, accountIds: people.map(({ name }) => account(name)) })),
];
