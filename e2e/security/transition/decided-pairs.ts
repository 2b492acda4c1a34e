import { answers, ask, button, chooses, ends, ownSteps, shares, stops, writesTo } from "./acts";
import type { Family } from "./family";
import { afraid, atAnEve, inAPhase, messages } from "./grounds";

/** A stop outside a check: nothing is to be seen before the next week, except by a clinician's choice. */
export const outside: Family = {
  name: "a stop outside a check, with each choice",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "own steps from the next week": [[14, "00:30", ownSteps(14, 28)]],
    "nobody chooses": [[8, "15:00", stops("mara")]],
    "from the next week": [
      [8, "15:00", stops("mara")],
      [8, "16:00", chooses("next-week")],
    ],
    now: [
      [8, "15:00", stops("mara")],
      [8, "16:00", chooses("now")],
    ],
    "unchanged until a day": [
      [8, "15:00", stops("mara")],
      [8, "16:00", chooses("unchanged", 19)],
    ],
  },
  control: messages,
  looks: [
    [8, "15:30"],
    [8, "19:00"],
    [13, "20:00"],
    [14, "10:00"],
    [20, "10:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["nobody chooses", "now"], looks: [1, 3] },
  isMeant: (history, day) =>
    (history === "now" && day < 14) || (history === "unchanged until a day" && day >= 14 && day <= 19),
};

export const atOnce: Family = {
  name: "a stop with own steps at once, and own steps by choice",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "own steps by choice": [[8, "16:00", ownSteps(8, 28)]],
    "a stop, own steps at once": [
      [8, "15:00", stops("mara")],
      [8, "16:00", chooses("now")],
    ],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [13, "20:00"],
    [14, "10:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["a stop, own steps at once"], looks: [] },
};

/** A link that ended reads as own steps until the day agreed with each alone. */
export const parted: Family = {
  name: "a link that ended, until the agreed day",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "own steps by choice": [[8, "16:00", ownSteps(8, 28)]],
    "the link ended": [[8, "16:00", ends(18)]],
  },
  control: messages,
  looks: [
    [8, "19:00"],
    [14, "10:00"],
    [17, "20:00"],
    [21, "10:00"],
  ],
  chosen: { histories: ["the link ended"], looks: [0] },
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
  chosen: { histories: ["stopped in the middle of the next week"], looks: [0, 2, 4] },
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
};
