import { type InstrumentSource, parseInstrument } from "@/lib/assessments/instrument";
import { UNWORDED, unlabelled } from "@/lib/instruments/unworded";

const IDS = ["P", "C"].flatMap((part) => Array.from({ length: 9 }, (_, i) => `${part}${i + 1}`));

/** A cluster is met when one of its items is endorsed, which means 2 or more. */
function cluster(key: string, title: string, items: string[]): InstrumentSource["scales"][number] {
  return {
    key,
    title,
    items,
    method: "algorithm",
    algorithm: { kind: "any", atLeast: 2 },
    range: { min: 0, max: 1 },
    direction: "lower",
  };
}

const POST_TRAUMATIC = ["re-experiencing", "avoidance", "threat", "impairment"];
const SELF_ORGANISATION = ["affect", "self-concept", "relationships", "self-impairment"];

export const itq = parseInstrument({
  ...UNWORDED,
  key: "itq",
  title: "International Trauma Questionnaire (ITQ)",
  purpose:
    "Follows the ICD-11 pattern of post-traumatic and complex post-traumatic stress. It informs a diagnosis; it does not make one.",
  minutes: 5,
  direction: "lower",
  measures: "one-person",
  items: IDS.map((id) => ({ id, text: null, options: "answers", required: true, keyConfirmed: false })),
  optionSets: { answers: unlabelled(0, 4) },
  scales: [
    cluster("re-experiencing", "Re-experiencing", ["P1", "P2"]),
    cluster("avoidance", "Avoidance", ["P3", "P4"]),
    cluster("threat", "Sense of threat", ["P5", "P6"]),
    cluster("impairment", "Impairment by these", ["P7", "P8", "P9"]),
    cluster("affect", "Trouble with feelings", ["C1", "C2"]),
    cluster("self-concept", "View of oneself", ["C3", "C4"]),
    cluster("relationships", "Trouble with closeness", ["C5", "C6"]),
    cluster("self-impairment", "Impairment by those", ["C7", "C8", "C9"]),
    {
      key: "pattern",
      title: "Pattern: 0 neither, 1 PTSD, 2 complex PTSD",
      items: [],
      method: "algorithm",
      algorithm: { kind: "tiers", tiers: [POST_TRAUMATIC, [...POST_TRAUMATIC, ...SELF_ORGANISATION]] },
      range: { min: 0, max: 2 },
      direction: "lower",
    },
  ],
  certainty: { reversals: "confirmed", scales: "unconfirmed", scoring: "unconfirmed", figures: "unconfirmed" },
  keyNote:
    "P1 to P9 are the post-traumatic items in printed order, C1 to C9 those about the self and others. The pattern is one or the other, never both.",
  licence: { status: "free", note: "Free to use. Enter the official wording.", wording: "free" },
  validated: true,
  references: ["Cloitre, M., and others (2018). Acta Psychiatrica Scandinavica, 138, 536–546."],
} satisfies InstrumentSource);
