import {
  ENTRY_FORMAT,
  MAX_VALUE,
  MIN_LENGTH,
  MIN_VALUE,
  REGEX,
  UNIT,
  UNIT_OPTION,
} from "@/lib/assessments/fhir/fhir-names";
import type { FhirItem } from "@/lib/assessments/fhir/fhir-shape";
import type { ImportLoss } from "@/lib/assessments/instrument-shape";

/** What an item loses, before it is known whose it is. */
export type Loss = Omit<ImportLoss, "linkId">;

export const lossOf = (kind: Loss["kind"], sentence: string): Loss => ({ kind, sentence });

const READ = new Set([
  ...["linkId", "type", "text", "_text", "code", "required", "repeats", "readOnly", "answerOption", "answerValueSet"],
  ...["enableWhen", "enableBehavior", "extension", "item", "id"],
]);

/** Only how a question looks elsewhere, what fills it in there, or what is done with it afterwards. */
const LOOKS = [
  /\/(questionnaire-)?(itemControl|choiceOrientation|displayCategory|supportLink|optionPrefix|sliderStepValue)$/,
  /\/(entryFormat|rendering-\w+|designNote|questionnaire-instruction|sdc-questionnaire-(shortText|width|collapsible))$/,
  /\/sdc-questionnaire-(initialExpression|observation\w*|observation-\S+|item(Extraction|Population)Context|openLabel)$/,
  /\/sdc-questionnaire-(definitionExtract\w*|templateExtract\w*|extractAllocateId|optionalDisplay|preferredTerminologyServer)$/,
  /\/(variable|cqf-expression|terminology-server|preferredTerminologyServer|mimeType|maxSize)$/,
];
const LOOK_FIELDS = new Set(["prefix", "_prefix", "definition", "_required", "_type", "_linkId"]);

/** What is written down in words: its length and its form are held to, and `import-written.ts` says what of them is not. */
const WORDS = new Set(["string", "text", "url"]);
const isShort = ({ extension = [] }: FhirItem) =>
  extension.some(
    ({ url, valueString = "" }) =>
      url === ENTRY_FORMAT && valueString.trim() !== "" && valueString.trim().length <= 100,
  );

/** Fields and extensions of an item that have no place here, one sentence each, so that none is dropped in silence. */
export function leftBehind(item: FhirItem): Loss[] {
  const isOffered = (item.answerOption ?? []).length > 0 || item.answerValueSet !== undefined;
  const isWords = !isOffered && WORDS.has(item.type);
  const fields = Object.keys(item).filter((field) => !READ.has(field) && !(isWords && field === "maxLength"));
  const isBounded = item.type === "integer" || item.type === "decimal" || item.type === "quantity";
  const read = new Set(
    isBounded
      ? [MIN_VALUE, MAX_VALUE, UNIT, UNIT_OPTION]
      : isWords
        ? [MIN_LENGTH, REGEX, ...(isShort(item) ? [ENTRY_FORMAT] : [])]
        : !isOffered && item.type === "date"
          ? [MIN_VALUE, MAX_VALUE]
          : [],
  );
  const bounds = new Set<string>([MIN_VALUE, MAX_VALUE]);
  const others = (item.extension ?? []).filter(({ url, valueBoolean }) => !read.has(url) && valueBoolean !== false);
  const isGroupNeeded = item.type === "group" && item.required === true;
  return [
    ...(isGroupNeeded ? [lossOf("not kept", "That something in it has to be answered is not checked here.")] : []),
    ...fields.map((field) => fieldLoss(field)),
    ...others.map(({ url }) => {
      if (bounds.has(url)) return lossOf("not kept", "Its least and greatest answer are not checked here.");
      return LOOKS.some((look) => look.test(url))
        ? lossOf("look", `${url} is not used here.`)
        : lossOf("not kept", `The extension ${url} is not kept.`);
    }),
  ];
}

function fieldLoss(field: string): Loss {
  if (field === "initial") return lossOf("not kept", "The answer that it presets is not filled in here.");
  if (field === "maxLength") return lossOf("not kept", "How long an answer may be is not checked here.");
  return lossOf(LOOK_FIELDS.has(field) ? "look" : "not kept", `“${field}” is not used here.`);
}

export type LossLine = { sentence: string; linkIds: string[] };
export type LossGroup = { kind: ImportLoss["kind"]; title: string; lines: LossLine[] };

const TITLES: Readonly<Record<ImportLoss["kind"], string>> = {
  "left out": "Not asked here",
  "to check": "Look at these before you publish it",
  "not kept": "Asked, but without a part of it",
  look: "Only how it looks or is filled in elsewhere",
};

/** Everything that was lost, gravest first; what happened to many questions alike is said once, with all their names. */
export function groupedLosses(losses: readonly ImportLoss[]): LossGroup[] {
  return (Object.keys(TITLES) as ImportLoss["kind"][]).flatMap((kind) => {
    const lines = new Map<string, string[]>();
    for (const { linkId, sentence } of losses.filter((loss) => loss.kind === kind)) {
      const named = lines.get(sentence) ?? [];
      if (linkId !== null && !named.includes(linkId)) named.push(linkId);
      lines.set(sentence, named);
    }
    const found = [...lines].map(([sentence, linkIds]) => ({ sentence, linkIds }));
    return found.length === 0 ? [] : [{ kind, title: TITLES[kind], lines: found }];
  });
}

/** A line as one sentence: "It offers no answers. (q1, q2)". */
export const lossLineWords = ({ sentence, linkIds }: LossLine): string =>
  linkIds.length === 0 ? sentence : `${sentence} (${linkIds.join(", ")})`;
