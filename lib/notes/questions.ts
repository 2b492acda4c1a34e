import { counted } from "@/lib/plural";

/** What a session is asked about: counts and plain facts, and nothing of safety, so that the page is the same whatever it holds. */
export type AskedAbout = {
  /** Something fell beyond measurement error, or connection for a week or two. */
  hasFallen: boolean;
  /** Something was agreed last time. */
  hasAgreed: boolean;
  leftOut: number;
  /** Exercises with anxiety of 8 or more before. */
  highBefore: number;
  /** Exercises after which anxiety was lower than before, of those with both numbers. */
  eased: number;
  measured: number;
  moves: number;
  wrote: number;
  /** Nothing at all was kept. */
  isQuiet: boolean;
};

type Row = {
  key: string;
  /** When it is worth asking, as the table says it. */
  when: string;
  fits: (about: AskedAbout) => boolean;
  question: string;
  why: (about: AskedAbout) => string;
};

/**
 * The published table (ours): which question is worth asking after what. The first two rows that fit are proposed; nothing in it
 * reads what a check, an event or a gate holds.
 */
export const questionTable: readonly Row[] = [
  {
    key: "fell",
    when: "Something fell beyond measurement error",
    fits: ({ hasFallen }) => hasFallen,
    question: "What was different in the days before it fell?",
    why: () => "A fall is looked at before anything else, and the days around it say more than the number.",
  },
  {
    key: "agreed",
    when: "Something was agreed last time",
    fits: ({ hasAgreed }) => hasAgreed,
    question: "What became of what we agreed?",
    why: () => "What was agreed and not asked about is soon not done.",
  },
  {
    key: "left-out",
    when: "Two exercises or more were left out",
    fits: ({ leftOut }) => leftOut >= 2,
    question: "What would have made it small enough to begin?",
    why: ({ leftOut }) =>
      `${counted(leftOut, "exercise")} left out. That often says that a step is big, and seldom that somebody is unwilling.`,
  },
  {
    key: "high-before",
    when: "Anxiety was 8 or more before three exercises",
    fits: ({ highBefore }) => highBefore >= 3,
    question: "How does your body tell you, and what brings it down a little?",
    why: ({ highBefore }) => `Anxiety of 8 or more stood before ${counted(highBefore, "exercise")}.`,
  },
  {
    key: "quiet",
    when: "Nothing was kept since the last session",
    fits: ({ isQuiet }) => isQuiet,
    question: "How have these days been, away from the page?",
    why: () => "Nothing was kept. That can mean many things, and only they know which.",
  },
  {
    key: "moves",
    when: "Distance moves were noticed",
    fits: ({ moves }) => moves > 0,
    question: "What did the distance do for you that day?",
    why: ({ moves }) => `Noticed ${counted(moves, "time")}. A move that protects is understood before it is changed.`,
  },
  {
    key: "eased",
    when: "Anxiety was lower after most exercises",
    fits: ({ eased, measured }) => measured >= 2 && eased * 2 > measured,
    question: "What did you expect, and what came?",
    why: ({ eased, measured }) =>
      `Anxiety was lower afterwards ${eased} of ${counted(measured, "time")}: the two can be held side by side.`,
  },
  {
    key: "wrote",
    when: "They wrote something",
    fits: ({ wrote }) => wrote > 0,
    question: "Is there something you wrote that you would like to say more about here?",
    why: ({ wrote }) => `They wrote ${counted(wrote, "time")}, and chose what to say and what not.`,
  },
  {
    key: "worth",
    when: "Always",
    fits: () => true,
    question: "What would make today worth coming for?",
    why: () => "It leaves the choice with them.",
  },
  {
    key: "better",
    when: "Always",
    fits: () => true,
    question: "What went a little better than you expected?",
    why: () => "Small steps are easily passed over.",
  },
];

export type WorthAsking = { key: string; question: string; why: string };

/** The two questions that the table proposes. */
export const worthAsking = (about: AskedAbout): WorthAsking[] =>
  questionTable
    .filter(({ fits }) => fits(about))
    .slice(0, 2)
    .map(({ key, question, why }) => ({ key, question, why: why(about) }));
