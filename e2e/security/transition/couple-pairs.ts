import {
  answers,
  ask,
  button,
  choosesOwnSteps,
  clears,
  ends,
  presses,
  shares,
  takesConsentBack,
  writesTo,
} from "./acts";
import { afterStop } from "./decided-pairs";
import type { Family } from "./family";
import { afraid, atAnEve, inAPhase, ownHarm } from "./grounds";

/** A link that ended reads as own steps until the day agreed with each alone, and changes where a week begins. */
export const parted: Family = {
  name: "a link that ended, until the agreed day",
  ground: inAPhase,
  views: ["teo", "mara"],
  before: [],
  histories: {
    "own steps by a clinician’s choice": afterStop.now,
    "the link ended": [[8, "16:00", ends(18)]],
    "the link ended, agreed for the day before a week begins": [[8, "16:00", ends(20)]],
  },
  control: [
    [18, "11:00", writesTo("mara")],
    [18, "11:00", writesTo("teo")],
  ],
  looks: [
    [8, "19:00"],
    [14, "10:00"],
    [18, "20:00"],
    [20, "23:40"],
    [21, "00:10"],
    [28, "10:00"],
  ],
  chosen: { histories: ["the link ended"], looks: [2, 4] },
  isMeant: (_, day) => day >= 21,
  forgets: { teo: /Mara/, mara: /Teo/ },
  like: (history) => (history === "the link ended" ? undefined : "the link ended"),
};

const share = [8, "15:00", shares("shared")] as const;

/** What is shared shows, and stops, from the next week, whoever took it back how. */
export const shared: Family = {
  name: "sharing that is stopped in mid-week",
  ground: inAPhase,
  views: ["teo"],
  before: [],
  histories: {
    "never shared": [],
    "shared and kept": [share],
    "shared and stopped in one week": [share, [10, "15:00", shares("withdrawn")]],
    "stopped in the middle of the next week": [share, [16, "15:00", shares("withdrawn")]],
    "agreement taken back in the middle of the next week": [share, [16, "15:00", takesConsentBack]],
  },
  control: [[16, "11:00", writesTo("teo")]],
  looks: [
    [8, "19:00"],
    [13, "23:40"],
    [14, "00:10"],
    [16, "19:00"],
    [20, "23:40"],
    [21, "00:10"],
    [23, "19:00"],
  ],
  chosen: {
    histories: ["shared and kept", "stopped in the middle of the next week"],
    looks: [3, 5],
  },
  isMeant: (history, day) =>
    day >= 14 && (history === "shared and kept" || (day < 21 && history !== "shared and stopped in one week")),
  like: (history) => (history === "shared and kept" ? undefined : "shared and kept"),
};

/** Who reads only the partner learns nothing of the other's gate. */
export const ofOne: Family = {
  name: "the therapist of one of the two",
  ground: { ...atAnEve, apart: true },
  views: ["desk"],
  before: [[22, "12:00", ask]],
  histories: {
    "the partner never answers": [],
    "the partner is clear": [[22, "15:00", answers("mara")]],
    "the partner is cleared": [
      [22, "15:00", answers("mara")],
      [26, "15:00", clears("mara")],
    ],
    "the partner is stopped": [[22, "15:00", answers("mara", afraid)]],
    "the partner has hurt the other": [[22, "15:00", answers("mara", ownHarm)]],
    "the partner pressed the button": [[22, "15:00", button]],
    "the lead chose own steps for both": [[22, "17:00", choosesOwnSteps(42)]],
  },
  control: [[22, "16:00", answers("teo", afraid)]],
  looks: [
    [22, "19:00"],
    [27, "20:00"],
    [28, "10:00"],
    [35, "10:00"],
  ],
  chosen: { histories: ["the partner has hurt the other"], looks: [0], formsOfControl: true, everyWay: true },
};

/** The same where both would be open: what opens joint steps is the other's clearance, and it is not read at this desk. */
export const openForOne: Family = {
  ...ofOne,
  name: "the therapist of one whose own client is clear",
  before: [
    [22, "12:00", ask],
    [22, "14:00", answers("teo")],
    [26, "14:00", clears("teo")],
  ],
  control: [[27, "12:00", presses("teo")]],
  chosen: { histories: ["the partner is cleared"], looks: [2] },
};
