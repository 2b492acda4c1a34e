import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import { scoreOf } from "@/lib/assessments/option-score";

const folder = path.join(import.meta.dirname, "strangers");
/** Small files of our own that are written as strangers write theirs: each has one thing that once went wrong. */
export const files = readdirSync(folder).sort();
export const textOf = (start: string): string => {
  const name = files.find((file) => file.startsWith(start));
  if (!name) throw new Error(`no file ${start}`);
  return readFileSync(path.join(folder, name), "utf8");
};

export function draftOf(start: string) {
  const read = importFhirQuestionnaire(textOf(start), "imported");
  if (!read.ok) throw new Error(read.sentence);
  const counted = (linkId: string) => {
    const item = read.instrument.items.find((one) => one.linkId === linkId);
    return read.instrument.optionSets[item?.options ?? ""]?.map((option) => [option.label, scoreOf(option)]);
  };
  const lost = (linkId: string | null) =>
    read.losses.filter((loss) => loss.linkId === linkId).map(({ kind, sentence }) => `${kind}: ${sentence}`);
  return { ...read, counted, lost };
}

export const refusalOf = (start: string): string => {
  const read = importFhirQuestionnaire(textOf(start), "imported");
  if (read.ok) throw new Error("it was accepted");
  return read.sentence;
};
