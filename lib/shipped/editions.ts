import type { ShippedKind } from "@/lib/shipped/kinds";

/** What a version after the first changed: a sentence for the owner, and whether it mends something about safety. */
export type EditionChange = { version: number; why: string; isSafety: boolean };

export type Edition = {
  kind: ShippedKind;
  key: string;
  version: number;
  /** Of the content in this version, so that nothing changes without a new one: see editions.test.ts. */
  hash: string;
  changes: readonly EditionChange[];
};

const edition = (
  kind: ShippedKind,
  key: string,
  version: number,
  hash: string,
  ...changes: EditionChange[]
): Edition => ({ kind, key, version, hash, changes });

/**
 * Every thing that ships, in its present version. Whoever changes one gives it the next version here, with what changed
 * and why; `isSafety` where the words before could have harmed somebody. docs/HOW-TO.md says how.
 */
export const editions: readonly Edition[] = [
  edition("limits", "confidentiality", 1, "f693d5ac2d18"),
  edition("panel-text", "talk-alone", 1, "95e3e4a3add4"),
  edition("panel-text", "advocate", 1, "ab17db1507fa"),
  edition("panel-text", "safety-plan", 1, "c8590030d61b"),
  edition("panel-text", "programme", 1, "815bccd9c946"),
  edition("panel-text", "therapy-for-one", 1, "507e3b010399"),
  edition("protocol", "nearer-ten-weeks", 1, "c54f5ef9aacb"),
  edition("instrument", "five-dimensions", 1, "39d9f7bf0019"),
  edition("instrument", "five-dimensions-brief", 1, "4f1246ee16d3"),
  edition("instrument", "distance-moves", 1, "710ad868927c"),
  edition("instrument", "safety-and-steadiness", 2, "505eb45cd097", {
    version: 2,
    why: "Every question may be left out, and each says whether it asks about lately or ever. The first version asked for all of them and said no time.",
    isSafety: true,
  }),
  edition("instrument", "safety-and-steadiness-since", 1, "ec8eac007d7e"),
  edition("instrument", "connection-check", 1, "f8d9ed622bc3"),
  edition("instrument", "suds", 1, "db1e914b86ea"),
  edition("instrument", "pair", 1, "1de75e5a1123"),
  edition("instrument", "fis", 1, "cfda9dd381df"),
  edition("instrument", "ecr-r", 1, "320172cb0b1a"),
  edition("instrument", "ecr-rs", 1, "b116b1887810"),
  edition("instrument", "ecr-s", 1, "fdfed2ca561f"),
  edition("instrument", "csi-16", 1, "53f178597acd"),
  edition("instrument", "rdas", 1, "79f04014c5a6"),
  edition("instrument", "ras", 1, "ed2abae77f7b"),
  edition("instrument", "phq-9", 1, "e21150115784"),
  edition("instrument", "gad-7", 1, "dc3c552de4c3"),
  edition("instrument", "who-5", 1, "c6db0e10e31b"),
  edition("instrument", "pcl-5", 1, "4b15a3b7e222"),
  edition("instrument", "pc-ptsd-5", 1, "3e850a0975a9"),
  edition("instrument", "itq", 1, "a39fd50eea54"),
  edition("instrument", "core-10", 1, "3beb4d9ca203"),
  edition("instrument", "hark", 1, "4d6549f6ba97"),
  edition("instrument", "e-hits", 1, "5f6ee8c790fb"),
  edition("reading", "highs-and-lows", 1, "d29bf811ab75"),
  edition("reading", "why-closeness-feels-risky", 1, "762dd0690724"),
  edition("reading", "four-ways-of-keeping-away", 2, "e619b9351269", {
    version: 2,
    why: "Noting a move was called “not a list of sins”, which named sins. It says now that nobody is marked for it.",
    isSafety: false,
  }),
  edition("reading", "start-gently", 2, "fb3506ba9ce0", {
    version: 2,
    why: "It said that Nearer does not count what is left out; the therapist does see it, and why that helps is said now. One figure of speech is gone.",
    isSafety: false,
  }),
  edition("reading", "the-bodys-alarm", 1, "92bd69b55573"),
  edition("reading", "being-known-a-little", 2, "370e03d0409a", {
    version: 2,
    why: "A figure of speech about the alarm is said in plain words.",
    isSafety: false,
  }),
  edition("reading", "five-kinds-of-close", 1, "8e22cfd8b09e"),
  edition("reading", "pulling-away-out-loud", 2, "07c97ed6ed04", {
    version: 2,
    why: "Three figures of speech are said in plain words, and nobody is said to have fled.",
    isSafety: false,
  }),
  edition("reading", "leaning-makes-you-stronger", 1, "d170ec93f7fc"),
];

/** The present version of one thing. Throws for what ships without being listed. */
export function editionOf(kind: ShippedKind, key: string): Edition {
  const found = editions.find((one) => one.kind === kind && one.key === key);
  if (!found) throw new Error(`List ${kind} "${key}" in lib/shipped/editions.ts.`);
  return found;
}

/** What changed since version `from`, the oldest first; null for a practice that never had it. */
export function changesSince({ changes }: Edition, from: number | null): readonly EditionChange[] {
  return from === null ? [] : changes.filter(({ version }) => version > from);
}
