import { type Check, proof } from "./check.testing";

const identity = "db/commands/identity";
const attack = "e2e/security";

/** What goes in and out: checks 13 to 20. */
export const wordsAndFiles: readonly Check[] = [
  {
    what: "The doors say the same, and take as long, for known and unknown; argon2id",
    shown: [
      [
        `${identity}/sign-in.test.ts`,
        "answers the same for a wrong password, an unknown address, somebody invited and somebody without access",
        "takes as long for an unknown address as for a wrong password",
      ],
    ],
  },
  {
    what: "Letters go to the one stored address and say nothing",
    shown: [
      ["lib/identity/identity.test.ts", "never hold a sign that ends a header or a list"],
      ["runtime/worker/smtp.test.ts", "reaches the one address it was given"],
      ["lib/messages/letter-words.test.ts", "say nothing about what waits"],
    ],
  },
  {
    what: "Another site's form is refused; looking changes nothing",
    shown: [
      [`${attack}/routes.spec.ts`, "an action sent from another site, or by nobody, changes nothing"],
      ["db/commands/messages/read-marks.test.ts", "is what opening the pages never makes it"],
    ],
  },
  {
    what: "Stored markup runs nowhere; headers",
    shown: [
      [
        `${attack}/canary.spec.ts`,
        "every word that a client writes is read by the therapist where it is promised, and by no stranger",
      ],
      [`${attack}/routes.spec.ts`, "each route opens for whom it should and for nobody else"],
      ["scripts/sources.test.ts", "no words become markup but those that Nearer makes"],
      [
        "server/proxy-reach.test.ts",
        "sends the headers that need no proxy with everything, by the configuration alone",
      ],
      proof("corpora"),
    ],
  },
  {
    what: "No SQL is made of words",
    shown: [
      ["scripts/sources.test.ts", "no statement is made of text that somebody could have sent"],
      ["db/queries/hostile-words.test.ts", "stands in every field that takes it as it was sent, and does nothing"],
      proof("corpora"),
    ],
  },
  {
    what: "Files are neutral, asked for with proof, in the audit, of permitted rows alone",
    shown: [
      ["server/csv.test.ts", "is read back cell by cell, whatever the words, and runs nothing"],
      [
        "db/commands/exports/make-export.test.ts",
        "is made after the password, opened by independent readers, and told in the audit both times",
        "is made by nobody who only reads the client",
      ],
      [
        "server/proof.test.ts",
        "is a download of what somebody answered or of who did what, which is found again afterwards, and no other address",
      ],
    ],
  },
  {
    what: "Floors of versions, exact pins, known faults, list of parts",
    shown: [
      [
        "scripts/dependency-floors.test.ts",
        "what Nearer is built of is named to the digit, and above the versions with known holes",
      ],
      ["scripts/audit.test.ts", "a grave fault in what is installed fails, and is named"],
      [
        "runtime/parts-list.test.ts",
        "names every part that a running Nearer is made of, with its version and what its file hashes to",
      ],
    ],
    rest: "whether a hole is mended within 48 hours, which is a promise of whoever keeps it; where the registry gives no list of known faults, the check says so and passes",
  },
  {
    what: "Canaries are in no log, error, address or storage",
    shown: [
      [
        "db/log.test.ts",
        "is its kind, its code and where it happened, and no line of its message, whatever the line looks like",
      ],
      [
        "db/scope.test.ts",
        "lets no statement and no value out with an error, and keeps its code and where it happened",
      ],
      [
        "e2e/leave-quickly.spec.ts",
        "every personal page is kept by nobody, and leaving from deep inside leaves nothing behind",
      ],
      ["runtime/scram.test.ts", "is taken by PostgreSQL in place of the password, which no statement holds"],
      proof("corpora"),
    ],
  },
];
