import { plural } from "@/lib/plural";

/** How many characters each kind of words may have: one number for the rule, the field and the sentence. */
export const limits = {
  /** Names and short facts. */
  personName: 80,
  pronouns: 30,
  practiceName: 120,
  letterSender: 40,
  code: 40,
  phoneNumber: 30,

  /** What a client writes. */
  connectionNote: 2000,
  message: 4000,
  openAnswer: 5000,
  moveWords: 1000,
  wishNote: 500,
  reflection: 4000,
  feeling: 60,
  idea: 200,
  moment: 200,
  favour: 300,
  promise: 300,
  sentence: 500,
  meetingPlan: 500,
  moveWish: 500,
  exerciseWords: 1000,

  /** What staff write: to a client, and for the record. */
  lookName: 40,
  wordsToClient: 600,
  goodbye: 2000,
  pathReason: 2000,
  safetyNote: 4000,
  talkAsked: 1000,
  contactFact: 200,
  contactWords: 2000,
  contactName: 120,
  contactNumber: 40,
  lineReach: 200,
  lineWords: 120,
  proposalTitle: 80,
  proposalWords: 2000,
  confidentiality: 3000,
  agreementAdditions: 3000,
  coverFact: 120,
  signalNote: 2000,
  reportTitle: 80,
  reportWords: 4000,
  sessionPlace: 300,
  sessionReason: 500,
  notePart: 8000,
  noteReason: 500,
  noteHeading: 60,
  agreed: 1000,
  goal: 300,
  goalNote: 1000,
  chartNote: 120,
  researchPurpose: 500,
  withdrawalReason: 500,
  accountReason: 300,
  firstStepBack: 500,

  /** A protocol, an instrument and a reading of the practice's own. */
  protocolTitle: 80,
  protocolSummary: 600,
  phaseTitle: 60,
  phaseAim: 400,
  exerciseTitle: 80,
  exercisePurpose: 600,
  exerciseInstructions: 900,
  followUpWeeks: 60,
  instrumentTitle: 120,
  instrumentPurpose: 600,
  instrumentStem: 2000,
  statement: 8000,
  answerLabel: 2000,
  itemSection: 300,
  bandLabel: 120,
  cutoffMeaning: 300,
  figuresSource: 600,
  scaleTitle: 120,
  licenceNote: 2000,
  readingTitle: 80,
  readingSummary: 240,
  readingQuestion: 240,
  emergencyNote: 1_000,
  emergencyReason: 1_000,
  readingWeeks: 120,
  readingBody: 20_000,
} as const;

export type Limit = keyof typeof limits;

/** The least and the most of each whole number that staff type: one place for the rule, the field and the sentence. */
export const ranges = {
  weeksBetween: { least: 1, most: 26 },
  times: { least: 1, most: 26 },
  daysToAnswer: { least: 0, most: 60 },
  daysUntilClosed: { least: 0, most: 365 },
  exerciseMinutes: { least: 1, most: 120 },
  instrumentMinutes: { least: 1, most: 240 },
  sessionMinutes: { least: 10, most: 240 },
  blanksBorne: { least: 0, most: 60 },
  goalOnConnection: { least: 1, most: 10 },
  goalOnDimension: { least: 0, most: 96 },
  retentionYears: { least: 0, most: 30 },
} as const;

export type Range = keyof typeof ranges;

/** "from 1 to 26", in the sentence about a number that does not fit. */
export const fromTo = (range: Range): string => `from ${ranges[range].least} to ${ranges[range].most}`;

/** The attributes of the field in which it is typed: the keyboard, and what fits, said before anything is typed. */
export const numeric = (range: Range, hint = "") => ({
  inputMode: "numeric" as const,
  hint: [hint, `A whole number ${fromTo(range)}.`].filter(Boolean).join(" "),
});

const many = (count: number): string => count.toLocaleString("en-GB");

/** What a person reads when they wrote more. */
export const tooLong = (limit: Limit): string => `Use ${many(limits[limit])} characters or fewer.`;

/** The same beside the words, which stay as they are: nothing is cut off where nobody sees it. */
export const tooLongBy = (over: number, most: number): string =>
  `${many(over)} ${plural(over, "character", "characters")} too long. ${many(most)} fit; nothing was cut off.`;
