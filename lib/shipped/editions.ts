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
  edition("protocol", "nearer-ten-weeks", 2, "91f1ba7097f4", {
    version: 2,
    why: "Whoever finds an exercise too much is offered learning something together first, also in place of a small secret, the temperature check and naming the fear. Until now another step with feelings stood first there.",
    isSafety: false,
  }),
  edition(
    "instrument",
    "five-dimensions",
    3,
    "258097c60cf5",
    {
      version: 2,
      why: "One statement of six may be left out, which is now written down as ours. Until now one in five was a rule for everything.",
      isSafety: false,
    },
    {
      version: 3,
      why: "Nobody is asked any more whether they are seen together, which can be dangerous; friends in common are asked for instead. Statements ask one thing each and hold fewer noes, and an idealised picture is asked as it is now alone. The lines of intellectual, recreational and social break here; those of emotional and sexual go on. A mind that goes elsewhere at a touch is flagged.",
      isSafety: true,
    },
  ),
  edition(
    "instrument",
    "five-dimensions-brief",
    3,
    "f4ff91b7cefe",
    {
      version: 2,
      why: "Three statements scatter more than six: a change is reliable beyond 38.6 points, and 33.5 beside the full form. Until now it was 33.8, which called one client in twelve changed by chance.",
      isSafety: false,
    },
    {
      version: 3,
      why: "Follows the new version of the full form, so take both: its statements on social closeness ask nobody to be seen together. The lines of intellectual, recreational and social break here; those of emotional and sexual go on.",
      isSafety: true,
    },
  ),
  edition("instrument", "distance-moves", 2, "094ee404f912", {
    version: 2,
    why: "Statements ask one thing each, without figures of speech. The line of withholding affection breaks here, because giving affection to make a point is no longer counted; the other three go on.",
    isSafety: false,
  }),
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
  edition("reading", "highs-and-lows", 2, "804a0a76404d", {
    version: 2,
    why: "Says where help is to be found after safety: the word trauma-informed, EMDR and EFT, with what is known of each. Until now it said only that there are good treatments.",
    isSafety: true,
  }),
  edition("reading", "why-closeness-feels-risky", 2, "2be37efc776b", {
    version: 2,
    why: "Names once what people may want to look up: attachment theory, the internal working model, secure and avoidant attachment, plasticity.",
    isSafety: false,
  }),
  edition("reading", "four-ways-of-keeping-away", 2, "6c4a52d3be49", {
    version: 2,
    why: "Names once what books call the four moves: deactivating strategies.",
    isSafety: false,
  }),
  edition("reading", "start-gently", 1, "427ad4f2b950"),
  edition("reading", "the-bodys-alarm", 2, "775eeae826d0", {
    version: 2,
    why: "Names the amygdala, adrenaline and the stress axis, sets the three chemicals in a table, and says what is sure and what is argued about.",
    isSafety: false,
  }),
  edition("reading", "being-known-a-little", 1, "7c61ac4e68d4"),
  edition("reading", "five-kinds-of-close", 2, "1f87d627a19e", {
    version: 2,
    why: "The new version of the statements asks nearly every line twice, and no longer all of them.",
    isSafety: false,
  }),
  edition("reading", "pulling-away-out-loud", 1, "b96352ef0719"),
  edition("reading", "leaning-makes-you-stronger", 2, "03bce1973f0d", {
    version: 2,
    why: "Names the dependency paradox, and says what it rests on.",
    isSafety: false,
  }),
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
