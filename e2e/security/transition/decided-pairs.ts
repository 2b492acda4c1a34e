import { chooses, stops } from "./acts";
import type { Family } from "./family";
import { inAPhase, messages } from "./grounds";

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
