import { answers, chooses, choosesOwnSteps, clears, goesGentler, stops, undoesOwnSteps, writesTo } from "./acts";
import type { Family } from "./family";
import { atAnEve, hemmedIn, inAPhase, messages } from "./grounds";

const stop = [8, "15:00", stops("mara")] as const;

export const afterStop = {
  "nobody chooses": [stop],
  "from the next week": [stop, [8, "16:00", chooses("next-week")]],
  now: [stop, [8, "16:00", chooses("now")]],
  "unchanged until a day": [stop, [8, "16:00", chooses("unchanged", 19)]],
} as const;

const looks = [
  [8, "19:00"],
  [13, "20:00"],
  [14, "10:00"],
  [20, "10:00"],
  [21, "10:00"],
] as const;

/** A stop outside a check is seen by nobody before the next week, except where a clinician chose so. */
export const outside: Family = {
  name: "a stop outside a check, and none",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: { nothing: [], ...afterStop },
  control: messages,
  looks,
  chosen: { histories: ["nobody chooses", "now"], looks: [0] },
  isMeant: (history, day) => history === "now" || day >= 14,
};

/** From the next week on all of them are alike, whoever chose what, but for joint tasks until the day that was named. */
export const chosen: Family = {
  name: "own steps, by each choice after a stop",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "from the next week": afterStop["from the next week"],
    "nobody chooses": afterStop["nobody chooses"],
    now: afterStop.now,
    "unchanged until a day": afterStop["unchanged until a day"],
  },
  control: messages,
  looks,
  chosen: { histories: ["now"], looks: [2] },
  isMeant: (history, day) =>
    (history === "now" && day < 14) || (history === "unchanged until a day" && day >= 14 && day <= 19),
};

const bothCleared = [
  [24, "16:00", answers("mara")],
  [26, "15:00", clears("teo")],
  [26, "15:30", clears("mara")],
] as const;

/**
 * A stop in the check of a phase, holidays, and a gentler pace: joint steps stay closed for a week, whatever the reason. The stop
 * is one over which no accounts differ: where they do, joint steps stay closed after its release too.
 */
export const ownSteps: Family = {
  name: "own steps after a check: a stop, holidays, and going gentler",
  ground: atAnEve,
  views: ["teo", "mara"],
  before: [[24, "15:00", answers("teo")]],
  histories: {
    "a stop, released a week later": [
      [24, "16:00", answers("mara", hemmedIn)],
      [26, "15:00", clears("teo")],
      [33, "15:00", clears("mara")],
    ],
    "holidays until the week ends": [...bothCleared, [26, "16:00", choosesOwnSteps(35)]],
    "holidays that end in mid-week": [...bothCleared, [25, "16:00", choosesOwnSteps(32)]],
    "going gentler": [...bothCleared, [27, "16:00", goesGentler(33)]],
    "holidays that are taken back": [
      ...bothCleared,
      [26, "16:00", choosesOwnSteps(null)],
      [31, "16:00", undoesOwnSteps],
    ],
  },
  control: [
    [24, "16:30", writesTo("mara")],
    [24, "16:30", writesTo("teo")],
  ],
  looks: [
    [24, "19:00"],
    [26, "20:00"],
    [27, "20:00"],
    [28, "10:00"],
    [32, "10:00"],
    [34, "20:00"],
    [35, "10:00"],
    [42, "10:00"],
  ],
  chosen: { histories: ["holidays that end in mid-week", "going gentler"], looks: [4] },
};

/** The same in the middle of a phase, where a clinician closes joint steps at once after a stop. */
export const ownStepsNow: Family = {
  name: "own steps at once: after a stop, for holidays, and going gentler",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "after a stop, released a week later": [stop, [8, "16:00", chooses("now")], [19, "15:00", clears("mara")]],
    holidays: [[8, "16:00", choosesOwnSteps(21)]],
    "going gentler": [[8, "16:00", goesGentler(16)]],
    "chosen twice, and taken back once": [
      [8, "16:00", choosesOwnSteps(10)],
      [13, "12:00", goesGentler(null)],
      [17, "16:00", undoesOwnSteps],
    ],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [11, "10:00"],
    [13, "20:00"],
    [14, "10:00"],
    [20, "20:00"],
    [21, "10:00"],
    [28, "10:00"],
  ],
  chosen: { histories: [], looks: [] },
};
