import type { Given, Words } from "@/lib/drafts/draft";

/** Words of one page that are not known to have arrived. `submitted`: what that page had sent as a form by then. */
export type Waiting = {
  readonly hand: string;
  readonly step: number;
  readonly seen: number;
  readonly words: Words;
  readonly submitted?: Words | null;
};

export type Done = { status: "done"; given: Given; isOver: boolean; isOwn: boolean; at: string };
type Refusal = { status: "refused"; message: string; session?: "over" | "another" };
/** What the address for drafts answers; `session` where nothing can be sent from this page any more. */
export type Answer = Done | Refusal;

export type Around = {
  /** Rejects where there is no network. `isLeaving`: the page goes away, and the request must outlive it. */
  post: (fields: Readonly<Record<string, string>>, isLeaving: boolean) => Promise<Answer>;
  /** Where words wait on the device; `put` answers whether it could. */
  device: {
    all: () => Promise<readonly Waiting[]>;
    put: (words: Waiting) => Promise<boolean>;
    drop: (hand: string) => Promise<void>;
  };
  newHand: () => string;
  later: (run: () => void, milliseconds: number) => () => void;
};

/** `start`: what the fields begin with, anew at each `turn`. `ending`: what a form says of the draft that it ends. */
export type View = {
  readonly start: Words;
  readonly turn: number;
  readonly others: Given["others"];
  readonly said: string;
  readonly ending: string;
};
