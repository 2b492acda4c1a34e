import { freeSetKey } from "@/lib/assessments/build/answers";
import { YES_NO } from "@/lib/assessments/build/item-form";
import { type ItemPlace, withItems } from "@/lib/assessments/build/items";
import { isSameSet, type PastePlan, type PlannedRow } from "@/lib/assessments/build/paste-plan";
import { freeScaleKey } from "@/lib/assessments/build/scale-form";
import { withRange } from "@/lib/assessments/build/settle";
import type { Instrument, Item, Option } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { Refused } from "@/lib/errors";

type Names = {
  /** An id for each new question, and keys that scales of any version had. */
  freeId: () => string;
  takenScales: ReadonlySet<string>;
};

/** The lines of a refusal, in one sentence each; the field is the pasted text. */
export const problemWords = ({ problems }: PastePlan): string =>
  problems.map(({ line, sentence }) => (line > 0 ? `Line ${line}: ${sentence}` : sentence)).join(" ");

/**
 * The draft with the planned statements in it, at their place. Lines without answers of their own take the set `otherwise`. Equal
 * answers share one set, and scales are found by their title. Throws Refused while any line has a problem.
 */
export function withTable(
  instrument: Instrument,
  plan: PastePlan,
  { otherwise, place }: { otherwise: string; place: ItemPlace },
  { freeId, takenScales }: Names,
): Instrument {
  if (plan.problems.length > 0) throw new Refused("Nothing was taken yet. See below.", { text: problemWords(plan) });
  const needsSet = plan.rows.some(({ answered }) => answered === null);
  if (needsSet && !Object.hasOwn(instrument.optionSets, otherwise))
    throw new Refused("Nothing was taken yet. See below.", { otherwise: "Choose the answers of these statements." });
  const optionSets = { ...instrument.optionSets };
  const made = plan.rows.map((row) => ({ row, item: asItem(row, freeId(), optionSets, otherwise) }));
  const items = made.map(({ item }) => item);
  const worded = withItems({ ...instrument, optionSets }, items, place);
  const misplaced = made.find(({ row, item }) => row.scales.length > 0 && itemRange(worded, item) === null);
  if (misplaced)
    throw new Refused("Nothing was taken yet. See below.", {
      text: `Line ${misplaced.row.line}: its answers count for nothing, so no scale can count it.`,
    });
  return { ...worded, scales: withPlannedScales(worded, made, takenScales) };
}

function asItem(
  { text, reversed, section, answered }: PlannedRow,
  id: string,
  optionSets: Instrument["optionSets"],
  otherwise: string,
): Item {
  const isShown = answered?.kind === "display";
  const options = answered === null ? otherwise : answered.options && setFor(answered.options, optionSets);
  return {
    ...{ id, text, kind: answered?.kind ?? "choice", required: !isShown, mayDecline: false, reversed },
    ...{ keyConfirmed: true, critical: [], enableWhen: [], enableBehavior: "all" as const, codes: [] },
    ...(options !== undefined && { options }),
    ...(answered?.min !== undefined && { min: answered.min }),
    ...(answered?.max !== undefined && { max: answered.max }),
    ...(section !== null && { section }),
  };
}

function setFor(options: readonly Option[], optionSets: Instrument["optionSets"]): string {
  const known = Object.entries(optionSets).find(([, one]) => isSameSet(one, options));
  if (known) return known[0];
  const isYesNo = options.length === 2 && options[0]?.label === "No" && !Object.hasOwn(optionSets, YES_NO);
  const key = isYesNo ? YES_NO : freeSetKey({ optionSets });
  optionSets[key] = [...options];
  return key;
}

function withPlannedScales(
  instrument: Instrument,
  made: readonly { row: PlannedRow; item: Item }[],
  taken: ReadonlySet<string>,
): Instrument["scales"] {
  const scales = [...instrument.scales];
  const keys = new Set([...taken, ...scales.map(({ key }) => key)]);
  const order = new Map(instrument.items.map(({ id }, at) => [id, at]));
  for (const { row, item } of made) {
    for (const title of row.scales) {
      const at = scales.findIndex((one) => one.title.toLowerCase() === title.toLowerCase());
      const known = scales[at];
      if (known) {
        const items = [...new Set([...known.items, item.id])].toSorted(
          (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
        );
        scales[at] = withRange(instrument, { ...known, items });
        continue;
      }
      const key = freeScaleKey(keys);
      keys.add(key);
      scales.push(
        withRange(instrument, {
          ...{ key, title, items: [item.id], method: "sum", multiplier: 1, range: { min: 0, max: 1 }, maxMissing: 0 },
          ...{ direction: instrument.direction, role: "score", bands: [], critical: [], reliability: null, codes: [] },
        }),
      );
    }
  }
  return scales;
}
