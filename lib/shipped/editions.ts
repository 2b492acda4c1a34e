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
  edition("instrument", "five-dimensions", 2, "d53c5093e843", {
    version: 2,
    why: "One statement of six may be left out, which is now written down as ours. Until now one in five was a rule for everything.",
    isSafety: false,
  }),
  edition("instrument", "five-dimensions-brief", 2, "331de538d741", {
    version: 2,
    why: "Three statements scatter more than six: a change is reliable beyond 38.6 points, and 33.5 beside the full form. Until now it was 33.8, which called one client in twelve changed by chance.",
    isSafety: false,
  }),
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
  edition("instrument", "fis", 2, "55b908ec0fca", {
    version: 2,
    why: "At most three answers of 35 may be left out, and who says so is written down. Until now it was seven.",
    isSafety: false,
  }),
  edition("instrument", "ecr-r", 2, "74147303b632", {
    version: 2,
    why: "At most one answer of a scale may be left out, and who says so is written down. Until now it was three.",
    isSafety: false,
  }),
  edition("instrument", "ecr-rs", 1, "b116b1887810"),
  edition("instrument", "ecr-s", 2, "6f49d2290e64", {
    version: 2,
    why: "Says that the sum is a choice, because others use means.",
    isSafety: false,
  }),
  edition("instrument", "csi-16", 2, "fe2473995c89", {
    version: 2,
    why: "Ten lists of answers as the form prints them, six of them pairs of adjectives, and nothing is filled in. The one list before could not hold the printed words.",
    isSafety: false,
  }),
  edition("instrument", "rdas", 2, "d9dc12694ed1", {
    version: 2,
    why: "Four lists of answers as the form prints them, and nothing is filled in. The one list before asked for labels that fit only some of the questions.",
    isSafety: false,
  }),
  edition("instrument", "ras", 2, "f1e510342605", {
    version: 2,
    why: "A list of answers for each question, as the form prints them, and nothing is filled in.",
    isSafety: false,
  }),
  edition("instrument", "phq-9", 2, "ad31c4cbd2f5", {
    version: 2,
    why: "One answer may be left out, never the ninth, and who says so is written down.",
    isSafety: false,
  }),
  edition("instrument", "gad-7", 1, "dc3c552de4c3"),
  edition("instrument", "who-5", 1, "c6db0e10e31b"),
  edition("instrument", "pcl-5", 2, "092f46861950", {
    version: 2,
    why: "A change of exactly 18 points is reliable, as its source prints. Says whom its figures were studied with, and that two answers of the total and none of a cluster may be left out.",
    isSafety: false,
  }),
  edition("instrument", "pc-ptsd-5", 2, "dc4e1ca88638", {
    version: 2,
    why: "Says whom its cut-off was studied with.",
    isSafety: false,
  }),
  edition("instrument", "itq", 1, "a39fd50eea54"),
  edition("instrument", "core-10", 2, "51392c576ad1", {
    version: 2,
    why: "One answer may be left out, as its publisher says, and no longer two. Says that published figures exist which are not included.",
    isSafety: false,
  }),
  edition("instrument", "hark", 2, "541cf7ecdec9", {
    version: 2,
    why: "Says whom its figures were studied with.",
    isSafety: false,
  }),
  edition("instrument", "e-hits", 2, "5f902b46ce28", {
    version: 2,
    why: "Says whom its figures were studied with, and how wide their interval is.",
    isSafety: false,
  }),
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
