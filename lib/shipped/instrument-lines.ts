import type { CriticalRule, Instrument, Item, Scale } from "@/lib/assessments/instrument";
import { licenceWords, measuresWords, scaleWords } from "@/lib/instruments/instrument-status";
import { canonical } from "@/lib/shipped/canonical";
import type { Line } from "@/lib/shipped/line";

const UNWORDED = "Your practice’s own wording goes here";
const effects: Record<CriticalRule["effect"], string> = {
  crisis: "shows where to turn, and tells the therapist",
  stop: "closes joint steps",
  concern: "asks for a talk before joint steps",
};
const whenWords = (when: CriticalRule["when"]) =>
  "atLeast" in when ? `${when.atLeast} or more` : `Answer ${when.values.join(", ")}`;
const ruleWords = ({ when, effect, sentence }: CriticalRule) => `${whenWords(when)} ${effects[effect]}: ${sentence}`;

/** Questions, answers, scales and what is said about the instrument; last, one line for all that no page shows. */
export function instrumentLines(instrument: Instrument): Line[] {
  const { title, purpose, minutes, layout, stems, items, optionSets, scales, combinations, licence } = instrument;
  return [
    { id: "title", place: "Title", words: title },
    { id: "purpose", place: "What it is for", words: purpose },
    { id: "minutes", place: "Minutes", words: String(minutes) },
    { id: "layout", place: "Layout", words: layout === "one-page" ? "All on one page" : "One question at a time" },
    { id: "measures", place: "What it measures", words: measuresWords[instrument.measures] },
    ...(stems.now ? [{ id: "stem-now", place: "Above the questions", words: stems.now }] : []),
    ...(stems.wished ? [{ id: "stem-wished", place: "Above the questions, as wished", words: stems.wished }] : []),
    ...items.flatMap((item, i) => itemLines(item, i)),
    ...Object.entries(optionSets).map(([key, options]) => ({
      id: `options.${key}`,
      place: `Answers “${key}”`,
      words: options.map(({ value, label }) => `${value}: ${label ?? UNWORDED}`).join("\n"),
    })),
    ...scales.flatMap(scaleLines),
    ...combinations.map(({ key, groups, effect, sentence }) => ({
      id: `together.${key}`,
      place: `Answers together, “${key}”`,
      words: `${groups
        .map(({ needs, of }) => `${needs} of ${of.map((one) => `${one.itemId} at ${one.atLeast}`).join(", ")}`)
        .join("; ")} ${effects[effect]}: ${sentence}`,
    })),
    { id: "licence", place: "Whose wording it is", words: `${licenceWords(instrument)}. ${licence.note}` },
    { id: "sources", place: "Sources", words: instrument.references.join("\n") || "None" },
    { id: "rest", place: "Details that no page shows", words: canonical(restOf(instrument)) },
  ];
}

function itemLines(item: Item, i: number): Line[] {
  const { id, text, reversed, keyConfirmed, critical, section } = item;
  const place = `Question ${i + 1}`;
  const facts = [
    ...(section ? [`Under “${section}”`] : []),
    ...(reversed ? ["Counted the other way round"] : []),
    ...(keyConfirmed ? [] : ["Its place in the key waits to be confirmed"]),
    ...(item.required ? ["Has to be attended to"] : []),
    ...(item.mayDecline ? ["May be declined"] : []),
    ...(item.enableWhen.length > 0 ? [`Asked after ${item.enableWhen.map(({ itemId }) => itemId).join(", ")}`] : []),
  ];
  return [
    { id: `item.${id}`, place, words: text ?? UNWORDED },
    ...(facts.length > 0
      ? [{ id: `item.${id}.facts`, place: `${place}, how it is asked`, words: facts.join("\n") }]
      : []),
    ...(critical.length > 0
      ? [{ id: `item.${id}.critical`, place: `${place}, critical answers`, words: critical.map(ruleWords).join("\n") }]
      : []),
  ];
}

function scaleLines(scale: Scale): Line[] {
  const { key, title, items, bands, cutoff, critical } = scale;
  const reliability = scale.reliability;
  const facts = [
    scaleWords(scale),
    `Questions ${items.join(", ")}`,
    ...(scale.maxMissing === undefined
      ? []
      : [`At most ${scale.maxMissing} left out${scale.missingSource ? `: ${scale.missingSource}` : ""}`]),
    ...bands.map(({ min, label }) => `From ${min}: ${label}`),
    ...(cutoff ? [`Cut-off ${cutoff.side} ${cutoff.value} (${cutoff.certainty}): ${cutoff.meaning}`] : []),
    ...[cutoff?.population, reliability?.population].flatMap((people) => (people ? [`Studied with ${people}`] : [])),
    ...critical.map(({ atLeast, effect, sentence }) => `${atLeast} or more ${effects[effect]}: ${sentence}`),
    ...(reliability ? [`Reliability ${reliability.value ?? "as the source prints it"}: ${reliability.source}`] : []),
  ];
  return [{ id: `scale.${key}`, place: `Scale “${title}”`, words: facts.join("\n") }];
}

/** All that the lines above leave out, so that nothing changes unseen. The version's number is the practice's own. */
function restOf({ key, locale, direction, sensitivity, forms, items, scales, codes, ...more }: Instrument) {
  const { criticalSaid, certainty, keyNote, validated, optionSets } = more;
  return {
    ...{ key, locale, direction, sensitivity, forms, codes, criticalSaid, certainty, keyNote, validated },
    items: items.map(({ id, kind, options, min, max, unit, enableWhen, enableBehavior, codes: own }) => ({
      ...{ id, kind, options, min, max, unit, enableWhen, enableBehavior, codes: own },
    })),
    options: Object.fromEntries(
      Object.entries(optionSets).map(([set, of]) => [set, of.map(({ codes: own, score }) => ({ codes: own, score }))]),
    ),
    scales: scales.map(({ direction: way, role, algorithm, multiplier, codes: own, ...scale }) => ({
      ...{ way, role, algorithm, multiplier, codes: own, key: scale.key, sd: scale.reliability },
    })),
  };
}
