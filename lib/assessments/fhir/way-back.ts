import { MAX_VALUE, MIN_VALUE, ORDINAL_VALUE, UNIT } from "@/lib/assessments/fhir/fhir-names";
import { namedAnswer } from "@/lib/assessments/fhir/named-answer";
import {
  canonicalOf,
  isAskedAlike,
  namesIn,
  nodesOf,
  type Origin,
  originOf,
  type SourceNode,
} from "@/lib/assessments/fhir/origin";
import { type FhirQuestionnaire, fhirQuestion, toFhirQuestionnaire } from "@/lib/assessments/fhir/questionnaire";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { scoreOf } from "@/lib/assessments/option-score";

/** A questionnaire as it came, with whatever its file holds. */
export type FhirOriginal = { resourceType: "Questionnaire"; [field: string]: unknown };

type Back = { instrument: Instrument; origin: Origin; base: string };

const extensionsOf = ({ extension }: Readonly<Record<string, unknown>>): SourceNode[] => nodesOf(extension);

/** Values that the practice gave where the file has none go along; a value that the file prints is never another. */
function withGivenValues(node: SourceNode, item: Item, { instrument, origin }: Back): SourceNode {
  const options = instrument.optionSets[item.options ?? ""] ?? [];
  const printed = origin.imported.optionSets[item.options ?? ""] ?? [];
  const offered = nodesOf(node.answerOption);
  if (offered.length === 0 || offered.length !== options.length) return node;
  const answerOption = offered.map((one, i) => {
    const [was, is] = [printed[i], options[i]];
    const given = is && was && scoreOf(was) === null ? scoreOf(is) : null;
    if (given === null) return one;
    return { ...one, extension: [...extensionsOf(one), { url: ORDINAL_VALUE, valueDecimal: given }] };
  });
  return { ...node, answerOption };
}

/** A question in the practice's own words: its name, its place and what else the file says of it stay. */
function reworded(node: SourceNode, item: Item, { instrument, origin, base }: Back): SourceNode {
  const {
    text: _text,
    _text: _beside,
    answerOption: _options,
    answerValueSet: _list,
    enableWhen: _when,
    ...rest
  } = node;
  const { type, extension = [], answerOption: _own, ...asked } = fhirQuestion(base, instrument, "now", item);
  const replaced = new Set<unknown>([MIN_VALUE, MAX_VALUE, UNIT]);
  const kept = extensionsOf(node).filter(({ url }) => !replaced.has(url));
  const extensions = [...kept, ...extension];
  const wasKind = origin.imported.items.find(({ linkId }) => linkId === item.linkId)?.kind;
  const options = instrument.optionSets[item.options ?? ""];
  const isBoolean = node.type === "boolean";
  const { extension: _before, ...plain } = rest;
  return {
    ...plain,
    ...asked,
    type: wasKind === item.kind ? node.type : type,
    ...(extensions.length > 0 && { extension: extensions }),
    ...(options &&
      !isBoolean && {
        answerOption: options.map((option) => {
          const counts = scoreOf(option);
          return {
            ...(counts !== null && { extension: [{ url: ORDINAL_VALUE, valueDecimal: counts }] }),
            ...namedAnswer({ instrument, origin, base }, item, option.value),
          };
        }),
      }),
  };
}

function back(node: SourceNode, all: Back): SourceNode[] {
  const { instrument, origin } = all;
  const linkId = typeof node.linkId === "string" ? node.linkId : null;
  const below = nodesOf(node.item).flatMap((one) => back(one, all));
  const inside = (one: SourceNode): SourceNode => {
    if (nodesOf(node.item).length === 0) return one;
    const { item: _below, ...rest } = one;
    return below.length > 0 ? { ...rest, item: below } : rest;
  };
  const item = linkId === null ? undefined : instrument.items.find((one) => one.linkId === linkId);
  if (item && linkId !== null)
    return [
      inside(
        isAskedAlike(origin.imported, instrument, linkId)
          ? withGivenValues(node, item, all)
          : reworded(node, item, all),
      ),
    ];
  // What the practice took out is gone; what could never be asked here still stands in the file.
  const wasAsked = origin.imported.items.some((one) => one.linkId === linkId);
  return wasAsked ? below : [inside(node)];
}

function wayBack(all: Back): FhirOriginal {
  const { instrument, origin, base } = all;
  const { source } = origin;
  const item = nodesOf(source.item).flatMap((node) => back(node, all));
  if (origin.isUntouched) return { ...source, resourceType: "Questionnaire", item };
  // By the file itself: an earlier import may have asked what one of today leaves out.
  const inFile = namesIn(source.item);
  const added = instrument.items.filter(({ linkId }) => linkId === undefined || !inFile.has(linkId));
  const { url, version, name, title } = toFhirQuestionnaire(instrument, base);
  const { id: _id, identifier: _identifier, ...rest } = source;
  const from = canonicalOf(origin);
  return {
    ...rest,
    ...{ resourceType: "Questionnaire", url, version, name, title },
    ...(from !== null && { derivedFrom: [from] }),
    item: [...item, ...added.map((one) => fhirQuestion(base, instrument, "now", one))],
  };
}

/**
 * An instrument as a FHIR R4 Questionnaire. What came by import goes back as the file it was: names, groups, types, address,
 * version and copyright. Once the practice has changed what it asks, it bears the practice's address and says what it comes from.
 */
export function exportedQuestionnaire(instrument: Instrument, base: string): FhirQuestionnaire | FhirOriginal {
  const origin = originOf(instrument);
  return origin ? wayBack({ instrument, origin, base }) : toFhirQuestionnaire(instrument, base);
}
