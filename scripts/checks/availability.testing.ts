import { type Check, proof } from "./check.testing";

const identity = "db/commands/identity";
const attack = "e2e/security";

/** It goes on: checks 37 to 44. */
export const availability: readonly Check[] = [
  {
    what: "A stop breaks nothing in flight",
    shown: [
      ["server/first-door.test.ts", "each answer is the last of its connection, also one that is under way"],
      proof("stop"),
    ],
  },
  {
    what: "The embedded database heals: orphan, stale lock, foreign server, full disk",
    shown: [
      [
        "runtime/healing.test.ts",
        "adopts the database that an ended supervisor left running",
        "never adopts the database of another directory, and leaves its pid file alone",
        "has one supervisor per data directory",
      ],
      ["runtime/start.test.ts", "names the port that is taken, and leaves no database running"],
      [
        "server/full-disk.test.ts",
        "is full below what a busy minute takes, and unknown where the database is elsewhere",
      ],
    ],
  },
  {
    what: "Load at the size of the reference",
    shown: [proof("load"), proof("doors")],
    rest: "two hundred practices and five million answers: the proof fills in fifty of a thousand clients each",
  },
  { what: "A soak with one request in five broken off", shown: [proof("soak")] },
  {
    what: "Malformed forms: the process lives, nothing leaks, memory is bounded",
    shown: [
      [
        "server/first-door.test.ts",
        "is answered after its headers, before its body has arrived, and nobody behind the door hears of it",
      ],
      [
        "server/form-action.test.ts",
        "reads words without the one sign that a database does not hold, and nothing that is not in its shape",
      ],
      [
        "db/commands/assessments/hostile-answers.test.ts",
        "a number out of its bounds, words for a question that only shows some, a side that is not asked",
      ],
      proof("malformed"),
    ],
  },
  {
    what: "Zones, changes of the clock, leap days",
    shown: [
      ["lib/protocol/schedule.zones.test.ts", "turns to the next day at local midnight and at no other hour"],
      [
        "lib/time/zone.test.ts",
        "keeps a 23 and a 25 hour day whole",
        "gives every instant of a day that day's date, and none of its neighbours'",
      ],
      ["lib/time/process-zone.test.ts", "is nothing that a date, a path or a sentence depends on"],
      proof("zones"),
    ],
  },
  {
    what: "Limits are one for all instances",
    shown: [
      [`${identity}/attempts.test.ts`, "is one for two instances that look at the same database"],
      proof("behind-nginx"),
    ],
  },
  {
    what: "The attackers' suite on every change; a scan and people who try",
    shown: [
      [
        `${attack}/actions.spec.ts`,
        "no action lets anybody do what is not theirs: nothing is written, and the answer tells nothing",
      ],
    ],
    rest: "no scanner from outside and no dated trial by somebody else: they need people and tools that this repository cannot bring",
  },
];
