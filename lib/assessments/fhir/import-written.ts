import { ENTRY_FORMAT, MAX_VALUE, MIN_LENGTH, MIN_VALUE, REGEX } from "@/lib/assessments/fhir/fhir-names";
import type { FhirItem } from "@/lib/assessments/fhir/fhir-shape";
import { type Loss, lossOf } from "@/lib/assessments/fhir/import-losses";
import { LONGEST_PATTERN, readPlainPattern } from "@/lib/assessments/plain-pattern";
import type { WrittenRule } from "@/lib/assessments/written-rule";
import { limits } from "@/lib/limits";

type Found = { rule: WrittenRule; losses: Loss[] };

const extensionOf = (item: FhirItem, url: string) => item.extension?.find((one) => one.url === url);

/** What a file says of a day or of words that are written down, and what of it cannot be held to here. */
export function importWritten(item: FhirItem, kind: "date" | "text"): Found {
  return kind === "date" ? ofDay(item) : ofWords(item);
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function ofDay(item: FhirItem): Found {
  const [least, most] = [extensionOf(item, MIN_VALUE), extensionOf(item, MAX_VALUE)];
  const [earliest, latest] = [least?.valueDate, most?.valueDate];
  if (isDay(earliest) && isDay(latest) && earliest > latest)
    return {
      rule: {},
      losses: [lossOf("to check", `Its first day (${earliest}) lies after its last (${latest}): neither is kept.`)],
    };
  const isUnread = (least !== undefined && !isDay(earliest)) || (most !== undefined && !isDay(latest));
  return {
    rule: { ...(isDay(earliest) && { earliest }), ...(isDay(latest) && { latest }) },
    losses: isUnread ? [lossOf("not kept", "Its first or last day is not a plain date, and is not checked here.")] : [],
  };
}

function ofWords(item: FhirItem): Found {
  const losses: Loss[] = [];
  const whole = (number: number | undefined) => (Number.isInteger(number) && (number ?? 0) > 0 ? number : undefined);
  const most = whole(item.maxLength);
  const least = whole(extensionOf(item, MIN_LENGTH)?.valueInteger);
  if (most !== undefined && most > limits.openAnswer)
    losses.push(
      lossOf("look", `Answers end at ${limits.openAnswer.toLocaleString("en-GB")} letters, which is our limit.`),
    );
  const longest = most === undefined ? undefined : Math.min(most, limits.openAnswer);
  const isAskew = least !== undefined && least > (longest ?? limits.openAnswer);
  if (isAskew)
    losses.push(lossOf("to check", `Its shortest answer (${least}) is longer than its longest: it is not kept.`));
  const shortest = isAskew ? undefined : least;
  const source = extensionOf(item, REGEX)?.valueString;
  const pattern = source !== undefined && readPlainPattern(source) ? source : undefined;
  if (extensionOf(item, REGEX) && pattern === undefined) losses.push(lossOf("not kept", unreadPattern(source)));
  const format = extensionOf(item, ENTRY_FORMAT)?.valueString?.trim();
  const example = format && format.length <= 100 ? format : undefined;
  const said = { shortest, longest, pattern, example };
  return { rule: Object.fromEntries(Object.entries(said).filter(([, of]) => of !== undefined)), losses };
}

const unreadPattern = (source: string | undefined): string =>
  source !== undefined && source.length > LONGEST_PATTERN
    ? `How it is to be written is not checked here: a pattern of more than ${LONGEST_PATTERN} letters is beyond our limit.`
    : "How it is to be written is not checked here: we read patterns of characters, classes and how often, and none with groups, which could take for ever.";
