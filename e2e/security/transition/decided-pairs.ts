import { answers, ask, button, chooses, ends, shares, stops, writesTo } from "./acts";
import type { Family } from "./family";
import { afraid, atAnEve, inAPhase, messages } from "./grounds";

const stop = [8, "15:00", stops("mara")] as const;

const afterStop = {
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

/** A link that ended reads as own steps until the day agreed with each alone. */
export const parted: Family = {
  name: "a link that ended, until the agreed day",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "own steps by a clinician’s choice": afterStop.now,
    "the link ended": [[8, "16:00", ends(18)]],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [14, "10:00"],
    [17, "20:00"],
    [21, "10:00"],
  ],
  chosen: { histories: [], looks: [] },
  isMeant: (history, day) => history === "the link ended" && day >= 21,
};

/** What is shared shows, and stops, from the next week. */
export const shared: Family = {
  name: "sharing that is stopped in mid-week",
  ground: inAPhase,
  views: ["teo"],
  before: [],
  histories: {
    "never shared": [],
    "shared and stopped in one week": [
      [8, "15:00", shares("shared")],
      [10, "15:00", shares("withdrawn")],
    ],
    "stopped in the middle of the next week": [
      [8, "15:00", shares("shared")],
      [16, "15:00", shares("withdrawn")],
    ],
  },
  control: [[9, "16:00", writesTo("teo")]],
  looks: [
    [8, "19:00"],
    [14, "10:00"],
    [16, "19:00"],
    [20, "20:00"],
    [21, "10:00"],
    [28, "10:00"],
  ],
  chosen: { histories: [], looks: [] },
  isMeant: (history, day) => history === "stopped in the middle of the next week" && day >= 14 && day < 21,
};

/** Who reads only the partner learns nothing of the other's gate. */
export const ofOne: Family = {
  name: "the therapist of one of the two",
  ground: { ...atAnEve, apart: true },
  views: ["desk"],
  before: [[22, "12:00", ask]],
  histories: {
    "the partner is clear": [[22, "15:00", answers("mara")]],
    "the partner is stopped": [[22, "15:00", answers("mara", afraid)]],
    "the partner pressed the button": [[22, "15:00", button]],
    "the partner never answers": [],
  },
  control: [[22, "16:00", answers("teo", afraid)]],
  looks: [
    [22, "19:00"],
    [27, "20:00"],
    [28, "10:00"],
    [35, "10:00"],
  ],
  chosen: { histories: ["the partner is stopped"], looks: [0] },
  // Sittings of one day stand in the order of their ids, which are chance.
  except: /^\w+ \/clients\/teo\/assessments$/,
};
