import { importFhirQuestionnaire } from "@/lib/assessments/fhir/import-questionnaire";
import a01 from "@/lib/assessments/fhir/strangers/a01-code-without-system-in-condition.json";
import a02 from "@/lib/assessments/fhir/strangers/a02-one-answer-without-weight.json";
import a03 from "@/lib/assessments/fhir/strangers/a03-two-answers-same-weight.json";
import a04 from "@/lib/assessments/fhir/strangers/a04-yes-no-without-weights.json";
import a05 from "@/lib/assessments/fhir/strangers/a05-code-system-inside-file.json";
import a06 from "@/lib/assessments/fhir/strangers/a06-sum-without-read-only.json";
import a07 from "@/lib/assessments/fhir/strangers/a07-nothing-left-to-answer.json";
import a08 from "@/lib/assessments/fhir/strangers/a08-all-sources-elsewhere.json";
import a09 from "@/lib/assessments/fhir/strangers/a09-249-answers.json";
import a10 from "@/lib/assessments/fhir/strangers/a10-very-long-text.json";
import a11 from "@/lib/assessments/fhir/strangers/a11-date-with-bounds.json";
import a12 from "@/lib/assessments/fhir/strangers/a12-translated-answers.json";
import a13 from "@/lib/assessments/fhir/strangers/a13-groups-with-codes.json";
import a14 from "@/lib/assessments/fhir/strangers/a14-conditional-words.json";
import a16 from "@/lib/assessments/fhir/strangers/a16-long-code.json";
import a17 from "@/lib/assessments/fhir/strangers/a17-answers-on-a-number.json";
import a18 from "@/lib/assessments/fhir/strangers/a18-right-to-left.json";
import a19 from "@/lib/assessments/fhir/strangers/a19-older-weight-extension.json";
import a20 from "@/lib/assessments/fhir/strangers/a20-words-over-two-lines.json";
import a21 from "@/lib/assessments/fhir/strangers/a21-many-notes.json";
import a22 from "@/lib/assessments/fhir/strangers/a22-number-with-bounds.json";
import a23 from "@/lib/assessments/fhir/strangers/a23-long-answer-labels.json";
import a24 from "@/lib/assessments/fhir/strangers/a24-linkids-that-matter.json";
import a25 from "@/lib/assessments/fhir/strangers/a25-condition-later-question.json";
import a26 from "@/lib/assessments/fhir/strangers/a26-preset-and-hidden.json";
import a28 from "@/lib/assessments/fhir/strangers/a28-loinc-answer-list.json";
import a29 from "@/lib/assessments/fhir/strangers/a29-panel-with-self-harm-question.json";
import b01 from "@/lib/assessments/fhir/strangers/b01-what-goes-with-its-question.json";
import b02 from "@/lib/assessments/fhir/strangers/b02-conditions-across-groups.json";
import b03 from "@/lib/assessments/fhir/strangers/b03-lists-and-weights-inside.json";
import b04 from "@/lib/assessments/fhir/strangers/b04-weights-below-nought.json";
import b05 from "@/lib/assessments/fhir/strangers/b05-names-that-are-odd.json";
import b06 from "@/lib/assessments/fhir/strangers/b06-units-and-bounds.json";
import b07 from "@/lib/assessments/fhir/strangers/b07-three-languages.json";
import b08 from "@/lib/assessments/fhir/strangers/b08-groups-and-what-hangs-below.json";
import b09 from "@/lib/assessments/fhir/strangers/b09-own-words-beside-a-list.json";
import { scoreOf } from "@/lib/assessments/option-score";

/** Small files of our own that are written as strangers write theirs: each has one thing that once went wrong. */
const strangers: Readonly<Record<string, unknown>> = {
  a01,
  a02,
  a03,
  a04,
  a05,
  a06,
  a07,
  a08,
  a09,
  a10,
  a11,
  a12,
  a13,
  a14,
  a16,
  a17,
  a18,
  a19,
  a20,
  a21,
  a22,
  a23,
  a24,
  a25,
  a26,
  a28,
  a29,
  b01,
  b02,
  b03,
  b04,
  b05,
  b06,
  b07,
  b08,
  b09,
};
export const strangerNames = Object.keys(strangers);
export const textOf = (name: string): string => JSON.stringify(strangers[name]);

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
