/** The words of a form, by field. */
export type Words = Readonly<Record<string, string>>;

/** What one opened page has written. `hand` is that page; its steps only rise. */
export type Text = { readonly hand: string; readonly step: number; readonly words: Words; readonly at: string };

/** What is kept for one person at one place: the words that stand, and others that nobody has decided about. */
export type Draft = {
  /** Rises with every change. */
  readonly version: number;
  readonly stands: Text | null;
  readonly aside: readonly Text[];
  /** The newest step of every hand; null once its words were sent. */
  readonly hands: Readonly<Record<string, number | null>>;
  /** The version at which words were last sent from here; 0 before. */
  readonly ended: number;
};

export const noDraft: Draft = { version: 0, stands: null, aside: [], hands: {}, ended: 0 };

/** `seen`: the version that the page knows. */
export type Saving = {
  readonly hand: string;
  readonly step: number;
  readonly seen: number;
  readonly words: Words;
};

/** Pages that write at one place at a time; the oldest are forgotten once nothing of theirs is kept. */
const mostHands = 40;
/** More texts beside each other than anybody compares. What comes then is refused, and forgets nothing. */
export const mostAside = 12;

export type Kept =
  | { readonly draft: Draft; readonly is: "kept" | "known" }
  /** The words of this hand were sent meanwhile, or there are too many others. */
  | { readonly draft: Draft; readonly is: "over" | "full" };

/**
 * Keeps what a page has written. It takes the place of what the page has seen, and of nothing else: what it has not seen is put
 * beside it, and offered. A step that is older than what is known of its hand was overtaken and changes nothing.
 */
export function keepWords(draft: Draft, saving: Saving, at: string): Kept {
  const { hand, step, words } = saving;
  const known = draft.hands[hand];
  if (known === null) return { draft, is: "over" };
  if (known !== undefined && known >= step) return { draft, is: "known" };
  const hands = { ...draft.hands, [hand]: step };
  const { stands } = draft;
  if (stands && sameWords(stands.words, words)) {
    const aside = draft.aside.filter((one) => one.hand !== hand && !sameWords(one.words, words));
    const isSame = aside.length === draft.aside.length;
    const next = { ...stands, words };
    return { draft: { ...draft, stands: next, aside, hands, version: draft.version + (isSame ? 0 : 1) }, is: "kept" };
  }
  const others = draft.aside.filter((one) => one.hand !== hand && !sameWords(one.words, words));
  const aside = stands && !hasSeen(stands, draft, saving) ? [...others.filter(notOf(stands)), stands] : others;
  if (aside.length > mostAside) return { draft, is: "full" };
  const next = isEmpty(words) ? null : { hand, step, words, at };
  return {
    draft: { ...draft, version: draft.version + 1, stands: next, aside, hands: fewest(hands, [next, ...aside]) },
    is: "kept",
  };
}

/** Puts words that were beside the others in their place, and those beside: nothing is lost by changing one's mind. */
export function takeWords(draft: Draft, hand: string): Draft {
  const taken = draft.aside.find((one) => one.hand === hand);
  if (!taken) return draft;
  const others = draft.aside.filter((one) => one !== taken);
  const aside = draft.stands ? [...others.filter(notOf(draft.stands)), draft.stands] : others;
  return { ...draft, version: draft.version + 1, stands: taken, aside };
}

/** The person has decided that these words are not needed. */
export function dropWords(draft: Draft, hand: string): Draft {
  const aside = draft.aside.filter((one) => one.hand !== hand);
  return aside.length === draft.aside.length ? draft : { ...draft, version: draft.version + 1, aside };
}

/** What a form says of the draft that it ends: the version that its page opened with, and the hand that wrote in it. */
export type Ending = { readonly opened: number; readonly hand: string | null };

/** The words were sent: they go, and what their page had not seen stays. */
export function endDraft(draft: Draft, { opened, hand }: Ending): Draft {
  const version = draft.version + 1;
  const { stands } = draft;
  const isSent = stands !== null && (stands.hand === hand || opened >= draft.version);
  const gone = isSent ? stands : null;
  return {
    version,
    stands: isSent ? null : stands,
    aside: draft.aside.filter((one) => one.hand !== hand && !(gone && sameWords(gone.words, one.words))),
    hands: fewest({ ...draft.hands, ...(hand && { [hand]: null }), ...(gone && { [gone.hand]: null }) }, draft.aside),
    ended: version,
  };
}

/** Where a page stands in its steps ("$step") is no word of anybody. */
export function sameWords(a: Words, b: Words): boolean {
  const names = Object.keys({ ...a, ...b }).filter((name) => !name.startsWith("$"));
  return names.every((name) => (a[name] ?? "") === (b[name] ?? ""));
}

export const isEmpty = (words: Words): boolean => sameWords(words, {});

const notOf =
  ({ hand }: Text) =>
  (one: Text) =>
    one.hand !== hand;

const hasSeen = (stands: Text, { version }: Draft, { hand, seen }: Saving): boolean =>
  stands.hand === hand || seen >= version;

function fewest(hands: Draft["hands"], texts: readonly (Text | null)[]): Draft["hands"] {
  const all = Object.entries(hands);
  if (all.length <= mostHands) return hands;
  const kept = new Set(texts.map((one) => one?.hand));
  return Object.fromEntries(all.filter(([hand], at) => kept.has(hand) || at >= all.length - mostHands));
}

/** What a page is told. `at` is said as its person reads it. */
export type Given = {
  readonly version: number;
  readonly words: Words | null;
  readonly at: string | null;
  readonly others: readonly Pick<Text, "hand" | "words" | "at">[];
};

export const nothingGiven: Given = { version: 0, words: null, at: null, others: [] };

export const givenOf = ({ version, stands, aside }: Draft, say: (at: Date) => string): Given => ({
  version,
  words: stands?.words ?? null,
  at: stands && say(new Date(stands.at)),
  others: aside.map(({ hand, words, at }) => ({ hand, words, at: say(new Date(at)) })),
});
