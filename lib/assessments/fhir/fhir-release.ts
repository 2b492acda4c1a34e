import { plural } from "@/lib/plural";

type Marks = { older: string[]; newer: string[]; isR4: boolean };

const OLDER = ["option", "options"];
const NEWER = ["answerConstraint", "disabledDisplay"];

function look(items: unknown, marks: Marks): void {
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item !== "object" || item === null) continue;
    const named = String("linkId" in item ? item.linkId : "without a linkId");
    const has = (fields: readonly string[]) => fields.some((field) => Object.hasOwn(item, field));
    const conditions: unknown[] = "enableWhen" in item && Array.isArray(item.enableWhen) ? item.enableWhen : [];
    const asksHas = conditions.some((one) => typeof one === "object" && one !== null && "hasAnswer" in one);
    if (has(OLDER) || asksHas) marks.older.push(named);
    const type = "type" in item ? item.type : "";
    if (has(NEWER) || type === "coding" || type === "question") marks.newer.push(named);
    if (has(["answerOption", "answerValueSet"]) || type === "choice" || type === "open-choice")
      marks.isR4 ||= !has(OLDER);
    if ("item" in item) look(item.item, marks);
  }
}

/**
 * Why a Questionnaire of another release of FHIR is not read: what stands in it under other names would be lost. Null for
 * R4, and for what could be any.
 */
export function whyOtherRelease(questionnaire: Readonly<Record<string, unknown>>): string | null {
  const marks: Marks = { older: [], newer: [], isR4: false };
  look(questionnaire.item, marks);
  const save = "Save or convert it as FHIR R4, and try again.";
  if (questionnaire.item === undefined && "group" in questionnaire)
    return `This is a FHIR DSTU2 questionnaire: its questions stand under “group”, and R4 is read here. ${save}`;
  if (marks.newer.length > 0)
    return `This is a FHIR R5 questionnaire, and R4 is read here: ${marks.newer.join(", ")} ${plural(marks.newer.length, "is", "are")} written as R4 has it not. ${save}`;
  if (marks.older.length > 0 && !marks.isR4)
    return `This is a FHIR STU3 (R3) questionnaire, and R4 is read here: the answers or conditions of ${marks.older.join(", ")} stand under other names. ${save}`;
  return null;
}
