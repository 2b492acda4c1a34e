import { z } from "zod";
import { signatureOf } from "@/lib/assessments/build/counting";
import { withRange } from "@/lib/assessments/build/settle";
import type { Instrument, Scale } from "@/lib/assessments/instrument";
import { itemRange } from "@/lib/assessments/item-range";
import { seenFields } from "@/lib/drafts/standing-words";
import { Refused } from "@/lib/errors";
import { limits, ranges, tooLong } from "@/lib/limits";
import { numberIn } from "@/lib/typed-number";
import { wordsUpTo } from "@/lib/written-words";

export const MOST_SCALES = 20;
export const MOST_BANDS = 12;

/** Said of a rule for blanks that nobody else made. */
const OUR_RULE = "Ours: this practice set it.";

const ids = z.array(z.string().max(64)).max(500).default([]);
const typed = z.string().max(30).default("");
const words = (limit: "bandLabel" | "cutoffMeaning" | "figuresSource") =>
  z.string().trim().max(limits[limit], tooLong(limit)).default("");

export const scaleForm = z.strictObject({
  key: z.string().min(1).max(64),
  /** Empty for a new scale. */
  scale: z.string().max(64).default(""),
  title: wordsUpTo("scaleTitle", "Give the scale a title."),
  method: z.enum(["sum", "mean"]),
  multiplier: typed,
  direction: z.enum(["higher", "lower", "neither"]),
  blanks: typed,
  /** Who says that so many may stay blank. */
  blanksSource: words("figuresSource"),
  "items[]": ids,
  "reversed[]": ids,
  "bandFrom[]": z.array(z.string().max(30)).max(MOST_BANDS).default([]),
  "bandLabel[]": z
    .array(z.string().trim().max(limits.bandLabel, tooLong("bandLabel")))
    .max(MOST_BANDS)
    .default([]),
  cutoff: typed,
  cutoffSide: z.enum(["at or above", "below"]).default("at or above"),
  cutoffMeaning: words("cutoffMeaning"),
  figures: z.enum(["", "ours", "source"]).default(""),
  figuresSource: words("figuresSource"),
  figuresRead: z.literal("yes").optional(),
  ...seenFields,
});
export type ScaleForm = z.infer<typeof scaleForm>;

/** What a form shows of a scale, by field: what is compared when two people change the same one. */
export function scaleWordsOf({ items }: Pick<Instrument, "items">, scale: Scale): Record<string, string> {
  const { title, method, multiplier, direction, maxMissing, bands, cutoff, figuresSource = "" } = scale;
  const reversed = items.filter((item) => item.reversed && scale.items.includes(item.id));
  return {
    title,
    method,
    multiplier: String(multiplier),
    direction,
    blanks: String(maxMissing ?? 0),
    blanksSource: scale.missingSource ?? "",
    items: scale.items.join(", "),
    reversed: reversed.map(({ id }) => id).join(", "),
    bands: bands.map(({ min, label }) => `${min}: ${label}`).join("; "),
    cutoff: cutoff ? `${cutoff.value}, ${cutoff.side}: ${cutoff.meaning}` : "",
    figuresSource,
  };
}

/** A key for a new scale that no version of the questionnaire has ever had. */
export function freeScaleKey(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!taken.has(`scale-${n}`)) return `scale-${n}`;
}

/**
 * The draft with this scale as its form says it; `key` is that of a new one. Its range follows from its answers. Throws Refused
 * with a sentence for each field that does not fit: bands and a cut-off need a source, and so does nothing else.
 */
export function withScale(instrument: Instrument, form: ScaleForm, key: string): Instrument {
  const fields: Record<string, string> = {};
  const before = instrument.scales.find((one) => one.key === key);
  if (before?.method === "algorithm") throw new Refused("A rule of its authors counts this scale. It stays as it is.");
  const countable = instrument.items.filter((item) => itemRange(instrument, item) !== null);
  const counted = countable.filter(({ id }) => form["items[]"].includes(id)).map(({ id }) => id);
  if (counted.length === 0) fields.items = "Choose at least one question that this scale counts.";
  const others = instrument.scales.filter((one) => one.key !== key);
  if (others.some(({ title }) => title.toLowerCase() === form.title.toLowerCase()))
    fields.title = "Another scale has this title already.";
  if (!before && others.length >= MOST_SCALES) fields.title = `A questionnaire here has ${MOST_SCALES} scales at most.`;
  const multiplier = readIn(form.multiplier || "1", "multiplier", fields) ?? 1;
  if (multiplier <= 0) fields.multiplier = "Write a number above 0, such as 4.";
  const blanks = readBlanks(form, counted.length, fields);
  const items = instrument.items.map((item) =>
    counted.includes(item.id) ? { ...item, reversed: form["reversed[]"].includes(item.id) } : item,
  );
  const base: Scale = before ?? {
    ...{ key, title: form.title, items: counted, method: form.method, multiplier: 1, range: { min: 0, max: 1 } },
    ...{ direction: form.direction, role: "score" as const, bands: [], critical: [], reliability: null, codes: [] },
  };
  const { cutoff: _cutoff, figuresSource: _source, missingSource: _who, ...kept } = base;
  const { title, method, direction } = form;
  const plain = withRange(
    { ...instrument, items },
    {
      ...kept,
      ...{ title, method, direction, multiplier, items: counted, maxMissing: blanks, bands: [] },
      ...(blanks > 0 && { missingSource: form.blanksSource || OUR_RULE }),
    },
  );
  const isSame = before && signatureOf(instrument, before) === signatureOf({ ...instrument, items }, plain);
  const scale = { ...plain, ...readFigures(form, plain, fields), reliability: isSame ? plain.reliability : null };
  if (Object.keys(fields).length > 0) throw new Refused("The scale is not kept yet. See below.", fields);
  const scales = before
    ? instrument.scales.map((one) => (one.key === key ? scale : one))
    : [...instrument.scales, scale];
  return { ...instrument, items, scales };
}

function readIn(text: string, name: string, fields: Record<string, string>): number | null {
  const read = numberIn(text);
  if ("problem" in read) fields[name] = read.problem;
  return "value" in read ? read.value : null;
}

function readBlanks(form: ScaleForm, counted: number, fields: Record<string, string>): number {
  const read = numberIn(form.blanks || "0", { ...ranges.blanksBorne, isWhole: true });
  if ("problem" in read) {
    fields.blanks = read.problem;
    return 0;
  }
  const blanks = read.value ?? 0;
  if (counted > 0 && blanks >= counted)
    fields.blanks = `It counts ${counted}: at least one of them has to be answered.`;
  return blanks;
}

type Figures = Pick<Scale, "bands"> & Partial<Pick<Scale, "cutoff" | "figuresSource">>;

function readFigures(form: ScaleForm, { range }: Scale, fields: Record<string, string>): Figures {
  const isInside = (value: number) => value >= range.min && value <= range.max;
  const outside = `Its scores go from ${range.min} to ${range.max}. Write a number in there.`;
  const bands = form["bandLabel[]"]
    .flatMap((label, i) => {
      const from = form["bandFrom[]"][i] ?? "";
      if (label === "" && from.trim() === "") return [];
      const min = readIn(from, `bandFrom.${i}`, fields);
      if (label === "") fields[`bandLabel.${i}`] = "Write what scores from here on are called.";
      if (min === null) fields[`bandFrom.${i}`] ??= "Write from which score on.";
      else if (!isInside(min)) fields[`bandFrom.${i}`] = outside;
      return min === null ? [] : [{ min, label }];
    })
    .sort((a, b) => a.min - b.min);
  const twice = bands.find(({ min }, i) => bands[i + 1]?.min === min);
  if (twice) fields["bandFrom.0"] ??= `Two bands begin at ${twice.min}.`;
  const value = form.cutoff.trim() ? readIn(form.cutoff, "cutoff", fields) : null;
  if (value !== null && !isInside(value)) fields.cutoff = outside;
  if (value !== null && !form.cutoffMeaning) fields.cutoffMeaning = "Write what a score there means.";
  if (bands.length === 0 && value === null) return { bands };
  const source = form.figures === "ours" ? "ours" : form.figures === "source" ? form.figuresSource : "";
  if (form.figures === "")
    fields.figures =
      "Say where bands and cut-off come from: a source, or your own practice. Without one they are not kept.";
  else if (source === "") fields.figuresSource = "Write the source: authors, year, journal or manual.";
  const isSure = form.figures === "ours" || form.figuresRead === "yes";
  const certainty = isSure ? ("confirmed" as const) : ("unconfirmed" as const);
  return {
    bands,
    ...(value !== null && {
      cutoff: { value, side: form.cutoffSide, meaning: form.cutoffMeaning || "Cut-off", certainty },
    }),
    figuresSource: source,
  };
}

/** The draft without this scale. Rules that build on it would go as well, and are named by whoever settles the draft. */
export function withoutScale(instrument: Instrument, key: string): Instrument {
  if (!instrument.scales.some((one) => one.key === key))
    throw new Refused("That scale is not in the draft any more: somebody took it out meanwhile.");
  return { ...instrument, scales: instrument.scales.filter((one) => one.key !== key) };
}
