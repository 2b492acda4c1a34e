import {
  type AttemptDetail,
  type AttemptOutcome,
  howHardLabels,
  howItWentLabels,
  reasonOf,
} from "@/lib/exercises/attempt";
import type { ExercisePage } from "@/lib/exercises/exercise";
import { feelingFamilies } from "@/lib/exercises/feelings";
import { favourWays, truthWays, warmthWays } from "@/lib/exercises/own-detail";

/** One part of what a client gave in an exercise, as their therapist reads it. `isOwn`: the client's own words. */
export type AttemptLine = { label: string; words: string; isOwn: boolean };

type Shared = Exclude<AttemptDetail, { form: "own" }>;
type Own = Extract<AttemptDetail, { form: "own" }>;
/** Without `chosen` the value is the person's own words. */
type Say<Value> = [label: string, chosen?: (value: NonNullable<Value>) => string];
type Saying<Detail> = { [Field in Exclude<keyof Detail, "page" | "form">]-?: Say<Detail[Field]> };
type Sayings<All extends AttemptDetail> = { [Page in ExercisePage]: Saying<Extract<All, { page: Page }>> };

const told = (value: "told" | "not-yet") => (value === "told" ? "Told" : "Not yet told");
const size = (value: "small" | "medium") => (value === "small" ? "Small" : "Medium");
const family = (key: string) => feelingFamilies.find((one) => one.key === key)?.title ?? key;
const outOfTen = (score: number) => `${score} of 10`;
const lasted = (seconds: number) => {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${minutes} min` : "", rest > 0 || minutes === 0 ? `${rest} s` : ""].filter(Boolean).join(" ");
};
const wayOf =
  (ways: Record<string, { label: string }>) =>
  (key: string): string =>
    ways[key]?.label ?? key;

/** Every field of every guided page, in the order in which it was asked. One without a line does not compile. */
const shared: Sayings<Shared> = {
  "one-real-feeling": {
    family: ["Kind of feeling", family],
    feeling: ["The feeling"],
    sentence: ["The sentence"],
    told: ["To the partner", told],
  },
  "ask-for-a-favour": {
    size: ["How big", size],
    favour: ["Asked for"],
    expected: ["Expected before"],
    happened: ["What happened"],
  },
  "ten-minute-cuddle": {
    bothWilling: ["Both willing", (value) => (value ? "Yes, before it began" : "Not said")],
    secondsDone: ["Lasted", lasted],
    felt: ["How it felt"],
  },
  "small-secret": {
    size: ["How big", size],
    plan: ["Planned words"],
    moment: ["Moment chosen"],
    happened: ["What happened"],
  },
  "temperature-check": {
    score: ["Temperature", outOfTen],
    told: ["To the partner", told],
    said: ["What the partner said"],
  },
  "name-the-fear": {
    sentence: ["The sentence"],
    returnPromise: ["Promise to come back"],
    howItWent: ["How coming back went"],
  },
  "learn-together": { pick: ["What was picked"], plan: ["When and how"] },
};

const own: Sayings<Own> = {
  "one-real-feeling": {
    family: ["Kind of feeling", family],
    feeling: ["The feeling"],
    sentence: ["The sentence"],
  },
  "ask-for-a-favour": {
    way: ["The way", wayOf(favourWays)],
    favour: ["The favour"],
    expected: ["Expected before"],
    happened: ["What happened"],
  },
  "ten-minute-cuddle": {
    way: ["The way", wayOf(warmthWays)],
    secondsDone: ["Lasted", lasted],
    felt: ["How it felt"],
  },
  "small-secret": {
    way: ["The way", wayOf(truthWays)],
    plan: ["The words"],
    happened: ["What was noticed"],
  },
  "temperature-check": { score: ["Temperature", outOfTen], said: ["What belongs to the number"] },
  "name-the-fear": { sentence: ["What the fear is of"], howItWent: ["What is left of the fear"] },
  "learn-together": { pick: ["What was picked"], plan: ["When and how"] },
};

/**
 * What a client gave in an exercise, field by field, for their therapist; fields left empty are left out. The favour's guess
 * and what happened are two lines that follow each other.
 */
export function attemptLines(detail: AttemptDetail): AttemptLine[] {
  const sayings: Record<string, Say<never>> = "form" in detail ? own[detail.page] : shared[detail.page];
  const values: Readonly<Record<string, unknown>> = detail;
  return Object.entries(sayings).flatMap(([field, [label, chosen]]) => {
    const value = values[field];
    if (value === null || value === undefined || value === "") return [];
    return [{ label, words: chosen ? chosen(value as never) : String(value), isOwn: !chosen }];
  });
}

/** One attempt with everything that was given with it. */
export type GivenAttempt = {
  outcome: AttemptOutcome;
  skipReason: string | null;
  skipNote: string | null;
  detail: AttemptDetail | null;
  anxietyBefore: number | null;
  anxietyAfter: number | null;
  howItWent: number | null;
  howHard: number | null;
  reflection: string | null;
};

/** All of an attempt in the order in which it was asked: it stands beside the rating that judges it. */
export function attemptWords(given: GivenAttempt): AttemptLine[] {
  const { outcome, howItWent, howHard } = given;
  return [
    ...(outcome === "skipped" ? chosenLine("Why", reasonOf(given.skipReason)) : []),
    ...ownLine("Note", given.skipNote),
    ...(given.detail ? attemptLines(given.detail) : []),
    ...chosenLine("Anxiety", anxietyOf(given)),
    ...chosenLine("Was it hard", howHard === null ? null : (howHardLabels[howHard] ?? null)),
    ...chosenLine("How it went", howItWent === null ? null : (howItWentLabels[howItWent] ?? null)),
    ...ownLine("Afterwards", given.reflection),
  ];
}

export const ownLine = (label: string, words: string | null): AttemptLine[] =>
  words ? [{ label, words, isOwn: true }] : [];
const chosenLine = (label: string, words: string | null): AttemptLine[] =>
  words ? [{ label, words, isOwn: false }] : [];

function anxietyOf({ anxietyBefore, anxietyAfter }: GivenAttempt): string | null {
  const parts = [
    anxietyBefore === null ? "" : `${anxietyBefore} before`,
    anxietyAfter === null ? "" : `${anxietyAfter} after`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}
