import { questionnaireUrl } from "@/lib/assessments/fhir/fhir-names";
import { canonicalOf, type Origin } from "@/lib/assessments/fhir/origin";
import type { Instrument } from "@/lib/assessments/instrument";

const parted = (canonical: string): { url: string; version: string | null } => {
  const [url = "", version] = canonical.split("|");
  return { url, version: version || null };
};

/** A version that one of the two leaves out is no other version. */
const isSame = (named: string, ours: string): boolean => {
  const [theirs, own] = [parted(named), parted(ours)];
  return theirs.url === own.url && (theirs.version === null || own.version === null || theirs.version === own.version);
};

/**
 * Why a response does not belong to this version of a questionnaire; null when it does. A response that names no questionnaire
 * is judged by its questions alone.
 */
export function whyOtherQuestionnaire(
  instrument: Instrument,
  origin: Origin | null,
  base: string,
  named: string | undefined,
): string | null {
  if (named === undefined || named === "") return null;
  const own = `${questionnaireUrl(base, instrument)}|${instrument.version}`;
  const from = origin === null ? null : canonicalOf(origin);
  if (isSame(named, own) || (from !== null && origin?.isUntouched && isSame(named, from))) return null;
  if (from !== null && isSame(named, from))
    return `These answers are to ${named}. The practice has changed its words since it was imported, so they would answer other questions here.`;
  const is = from !== null && origin?.isUntouched ? from : own;
  return parted(named).url === parted(is).url
    ? `These answers are to version ${parted(named).version} of this questionnaire, and this is version ${parted(is).version}.`
    : `These answers are to another questionnaire, ${named}. This one is ${is}.`;
}
