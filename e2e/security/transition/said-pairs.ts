import {
  answers,
  answersPhq,
  ask,
  button,
  clears,
  closed,
  givesPhq,
  isNotAlone,
  letterToOne,
  livesIn,
  neverCame,
  says,
  seen,
  takesConsentBack,
  wantsNoLetters,
  writesTo,
} from "./acts";
import type { Family } from "./family";
import { afraid, atAnEve, hemmedIn, inAPhase, messages } from "./grounds";

/** The answers to a check, whatever they are and whenever they come. */
export const asked: Family = {
  name: "asked, and what each answers",
  ground: atAnEve,
  views: ["teo", "mara"],
  before: [[22, "12:00", ask]],
  histories: {
    "never answered": [],
    "clear on day 1": [[22, "15:00", answers("mara")]],
    "clear on day 6": [[27, "15:00", answers("mara")]],
    "a stop in a draft": [[23, "15:00", answers("mara", afraid, false)]],
    "a stop that was sent": [[23, "15:00", answers("mara", afraid)]],
    "No to private": [[22, "15:00", isNotAlone("mara")]],
    "answered twice": [
      [22, "15:00", answers("mara")],
      [23, "15:00", answers("mara", afraid)],
    ],
  },
  control: [
    [22, "16:00", writesTo("mara")],
    [22, "16:00", writesTo("teo")],
  ],
  looks: [
    [22, "19:00"],
    [23, "19:00"],
    [24, "19:00"],
    [27, "20:00"],
    [28, "10:00"],
    [35, "10:00"],
  ],
  chosen: { histories: ["a stop in a draft", "answered twice"], looks: [1, 3], formsOfControl: true, everyWay: true },
};

/** A stop in the check of a phase, and calm answers about which the clinician decides a week later. */
export const stopped: Family = {
  name: "a stop after a check, and a decision that takes a week",
  ground: atAnEve,
  views: ["teo", "mara"],
  before: [[24, "15:00", answers("teo")]],
  histories: {
    "all calm, decided a week later": [
      [24, "15:00", answers("mara")],
      [26, "15:00", clears("teo")],
      [33, "15:00", clears("mara")],
    ],
    "stop, and released a week later": [
      [24, "15:00", answers("mara", hemmedIn)],
      [26, "15:00", clears("teo")],
      [33, "15:00", clears("mara")],
    ],
    "stop, and not released": [
      [24, "15:00", answers("mara", hemmedIn)],
      [26, "15:00", clears("teo")],
    ],
    "afraid, and released a week later: their accounts differ": [
      [24, "15:00", answers("mara", afraid)],
      [26, "15:00", clears("teo")],
      [33, "15:00", clears("mara")],
    ],
  },
  control: [
    [24, "16:00", writesTo("mara")],
    [24, "16:00", writesTo("teo")],
  ],
  looks: [
    [24, "19:00"],
    [27, "20:00"],
    [28, "10:00"],
    [34, "20:00"],
    [35, "10:00"],
    [42, "10:00"],
  ],
  chosen: { histories: ["stop, and released a week later"], looks: [2, 4] },
  // Joint steps that open for two who are clear stay closed for the others: the same for both, from a week's start.
  isMeant: (history, day) => history !== "stop, and released a week later" && day >= 35,
  like: (history) => (history.startsWith("afraid") ? "stop, and not released" : undefined),
};

/** What somebody says through the button, and what staff make of it. */
export const said: Family = {
  name: "nothing, the button, and what follows it",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    nothing: [],
    "the button": [[8, "15:00", button]],
    "a mistake": [
      [8, "15:00", button],
      [8, "15:10", says("mistake")],
    ],
    "safe for now": [
      [8, "15:00", button],
      [8, "15:10", says("safe-now")],
    ],
    seen: [
      [8, "15:00", button],
      [8, "16:00", seen],
    ],
    closed: [
      [8, "15:00", button],
      [8, "16:00", seen],
      [9, "15:00", closed],
    ],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [9, "19:00"],
    [14, "10:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["safe for now"], looks: [1] },
  except: /\/portal\/safe$|portal\/safe\/#/,
};

/** A critical answer in a questionnaire. */
export const critical: Family = {
  name: "a critical answer, and none",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [[8, "12:00", givesPhq]],
  histories: {
    "all zero": [[8, "15:00", answersPhq(0)]],
    "thoughts of death": [[8, "15:00", answersPhq(1)]],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [9, "19:00"],
    [14, "10:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["thoughts of death"], looks: [1] },
  except: /^\w+ \/portal\/assessments\/phq-9 /,
};

/** One of the two cannot be asked, or not by letter: the other reads the same card at the same hour. */
export const absent: Family = {
  name: "asked, with one who cannot be reached",
  ground: atAnEve,
  views: ["teo"],
  before: [[22, "12:00", ask]],
  histories: {
    "both are there": [],
    "not arrived": [[22, "11:00", neverCame]],
    "agreement taken back": [[22, "11:00", takesConsentBack]],
    "letters off": [[22, "11:00", wantsNoLetters]],
    "in another zone, to the east": [[22, "11:00", livesIn("Pacific/Auckland")]],
    "in another zone, to the west": [[22, "11:00", livesIn("America/Los_Angeles")]],
  },
  control: [
    [22, "16:00", writesTo("teo")],
    [22, "16:30", letterToOne("teo")],
  ],
  looks: [
    [22, "19:00"],
    [27, "20:00"],
    [28, "10:00"],
    [35, "10:00"],
  ],
  chosen: { histories: ["agreement taken back", "in another zone, to the west"], looks: [0, 2] },
  letters: "both-or-neither",
};

const elsewhere = {
  "at home": [],
  "to the east": [[21, "11:00", livesIn("Pacific/Auckland")]],
  "to the west": [[21, "11:00", livesIn("America/Los_Angeles")]],
  "as far to the west as can be": [[21, "11:00", livesIn("Pacific/Pago_Pago")]],
} as const;

/** Nobody asks but the calendar, and one of the two lives somewhere else: one couple has one calendar. */
export const abroad: Family = {
  name: "one who lives elsewhere, and what the calendar asks",
  ground: atAnEve,
  views: ["teo"],
  before: [],
  histories: elsewhere,
  control: [[22, "16:00", writesTo("teo")]],
  looks: [
    [23, "20:00"],
    [24, "10:00"],
    [27, "23:30"],
    [28, "00:30"],
    [35, "10:00"],
  ],
  chosen: { histories: [], looks: [] },
};

/** The same with the one who looks living elsewhere too, where no look falls into the hours of the reminders. */
export const awayFromHome: Family = {
  ...abroad,
  name: "both live elsewhere, and what the calendar asks",
  before: [[21, "10:30", livesIn("Asia/Dubai", "teo")]],
};
