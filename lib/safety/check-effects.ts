/** What one answer does by itself. `unfinished`: it opens nothing and waits for the clinician. */
export type CheckEffect = "none" | "unfinished" | "concern" | "stop";

/** What an answer tells beside its effect: whom it is about, and how the person may be written to. */
export type CheckFact = "harm" | "own-harm" | "child" | "phone";

export type CheckRow = {
  item: string;
  /** By value of the answer. Left out is `unfinished`; so are words, whatever they say: somebody reads them first. */
  effects: readonly CheckEffect[];
  fact?: CheckFact;
  /** For the therapist, by effect. */
  says?: Partial<Record<"concern" | "stop", string>>;
  /** The value that says “since I was last asked”: an alarm whatever was decided before. */
  again?: number;
  /** Questions of the first check that ask about the same: what was decided about them was decided about this. */
  sameAs?: readonly string[];
};

/** Answers that together weigh more than each alone: `needs` of every group have to be at least that value. */
export type CheckCombination = {
  key: string;
  groups: readonly { needs: number; of: readonly { itemId: string; atLeast: number }[] }[];
  effect: "concern" | "stop";
  sentence: string;
};

const [RARELY, SOMETIMES, OFTEN] = [1, 2, 3];

const yes = (item: string, stop: string, more: Partial<CheckRow> = {}): CheckRow => ({
  item,
  effects: ["none", "stop"],
  says: { stop },
  ...more,
});
const concernFromSometimes = (item: string, concern: string, more: Partial<CheckRow> = {}): CheckRow => ({
  item,
  effects: ["none", "none", "concern", "concern"],
  says: { concern },
  ...more,
});
const since = (item: string, stop: string, sameAs: readonly string[], fact: CheckFact): CheckRow => ({
  item,
  effects: ["none", "stop", "stop"],
  says: { stop },
  again: 2,
  sameAs,
  fact,
});

const isPrivate: CheckRow = { item: "private", effects: ["unfinished", "none"] };
const inWords: CheckRow = { item: "anything-else", effects: [] };

/** The first check, question by question. Never 0, Rarely 1, Sometimes 2, Often 3; No 0, Yes 1. */
export const firstCheckRows: readonly CheckRow[] = [
  isPrivate,
  {
    item: "fear",
    effects: ["none", "stop", "stop", "stop"],
    says: { stop: "Afraid of what the partner might do." },
    fact: "harm",
  },
  {
    item: "on-guard",
    effects: ["none", "none", "concern", "stop"],
    says: {
      concern: "Watches words and acts to keep the partner from anger.",
      stop: "Often watches words and acts to keep the partner from anger.",
    },
  },
  concernFromSometimes("belittled", "Mocked or made to feel worthless by the partner."),
  concernFromSometimes("control-people", "The partner decides whom this person sees."),
  concernFromSometimes("control-money", "The partner decides what this person spends."),
  concernFromSometimes("control-phone", "The partner reads this person’s phone: write nothing that must not be seen.", {
    fact: "phone",
  }),
  yes("hurt", "Physically hurt by the partner.", { fact: "harm" }),
  yes("forced-sex", "Forced into sex or touch by the partner.", { fact: "harm" }),
  {
    item: "pressed-into-sex",
    effects: ["none", "stop", "stop", "stop"],
    says: { stop: "Agrees to sex out of fear of what a no would bring." },
    fact: "harm",
  },
  yes("strangled", "Strangled or kept from breathing by the partner: a marker of high danger.", { fact: "harm" }),
  yes("weapon", "A weapon was used or threatened: a marker of high danger.", { fact: "harm" }),
  yes("threat-to-kill", "A threat to kill was made: a marker of high danger.", { fact: "harm" }),
  yes("threat-to-self", "The partner threatens to harm themself on being left."),
  yes("stalked", "Followed, watched or tracked by a present or former partner.", { fact: "phone" }),
  yes("child", "A child was hurt or is in danger. Follow your safeguarding duties today.", { fact: "child" }),
  yes("own-harm", "Has hurt the partner or made them afraid.", { fact: "own-harm" }),
  concernFromSometimes("swings", "Extreme highs and lows between the two."),
  concernFromSometimes("made-up-for", "Bad times are followed by intense affection and set aside."),
  {
    item: "cannot-leave",
    effects: ["none", "concern", "concern", "concern"],
    says: { concern: "Wants to leave and does not feel able to." },
  },
  inWords,
];

/** A repeat: at most nine questions about the time since the last one. No 0, before 1, since then 2. */
export const laterCheckRows: readonly CheckRow[] = [
  isPrivate,
  {
    item: "fear-since",
    effects: ["none", "stop", "stop", "stop"],
    says: { stop: "Afraid of what the partner might do, since the last check." },
    again: RARELY,
    fact: "harm",
  },
  {
    item: "hemmed-in-since",
    effects: ["none", "none", "concern", "stop"],
    says: {
      concern: "On guard, controlled or unable to leave, since the last check.",
      stop: "Often on guard, controlled or unable to leave, since the last check.",
    },
    again: SOMETIMES,
  },
  {
    item: "watched-since",
    effects: ["none", "concern", "stop"],
    says: {
      concern: "A partner has read this person’s phone since the last check: write nothing that must not be seen.",
      stop: "Followed, watched or tracked by a partner since the last check.",
    },
    again: RARELY,
    fact: "phone",
  },
  since(
    "hurt-since",
    "Hurt on purpose, strangled or faced with a weapon by the partner: a marker of high danger.",
    ["hurt", "strangled", "weapon"],
    "harm",
  ),
  since("sex-since", "Sex or touch by force or out of fear.", ["forced-sex", "pressed-into-sex"], "harm"),
  since(
    "threat-since",
    "The partner threatened to kill, or to harm themself on being left: a marker of high danger.",
    ["threat-to-kill", "threat-to-self"],
    "harm",
  ),
  since("child-since", "A child was hurt or is in danger. Follow your safeguarding duties today.", ["child"], "child"),
  since("own-harm-since", "Has hurt the partner or made them afraid.", ["own-harm"], "own-harm"),
  inWords,
];

const any = (itemIds: readonly string[], atLeast: number) => itemIds.map((itemId) => ({ itemId, atLeast }));

/** What answers of the first check do together. */
export const firstCheckCombinations: readonly CheckCombination[] = [
  {
    key: "highs-and-lows",
    groups: [{ needs: 2, of: any(["swings", "made-up-for", "belittled", "cannot-leave"], OFTEN) }],
    effect: "stop",
    sentence: "Highs and lows: two or more of these answers are “often”. The weeks are not the treatment for that.",
  },
  {
    key: "held",
    groups: [
      { needs: 1, of: any(["cannot-leave"], RARELY) },
      { needs: 1, of: any(["control-people", "control-money", "control-phone"], SOMETIMES) },
    ],
    effect: "stop",
    sentence: "Wants to leave, does not feel able to, and the partner controls contacts, money or the phone.",
  },
];

const everyRow = new Map([...firstCheckRows, ...laterCheckRows].map((row) => [row.item, row]));

/** The row of a question of ours; undefined for a question of another instrument. */
export const checkRowOf = (itemId: string): CheckRow | undefined => everyRow.get(itemId);

/** The rules of one question, as an instrument keeps them. */
export function criticalOf(itemId: string) {
  const row = checkRowOf(itemId);
  if (!row) throw new Error(`The printed table of the check has no question ${itemId}.`);
  return (["stop", "concern"] as const).flatMap((effect) => {
    const values = row.effects.flatMap((one, value) => (one === effect ? [value] : []));
    const sentence = row.says?.[effect];
    return sentence ? [{ when: { values }, effect, sentence }] : [];
  });
}
