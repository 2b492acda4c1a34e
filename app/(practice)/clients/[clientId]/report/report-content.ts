import type { ReportContent } from "@/components/report/report-view";
import type { ReportFacts } from "@/db/queries/reports/report-facts";
import { inShort } from "@/lib/reports/in-short";
import { forWhom, periodWords, type ReportPart, type ReportPlan } from "@/lib/reports/report";
import { connectionPart } from "./connection-part";
import { dimensionsPart, gapsPart } from "./dimension-parts";
import { goalsPart } from "./goals-part";
import type { FoundPart } from "./paper-part";
import { anxietyPart, assessmentsPart, practicePart } from "./practice-parts";

const parts: Record<ReportPart, (facts: ReportFacts, plan: ReportPlan) => FoundPart> = {
  connection: connectionPart,
  dimensions: dimensionsPart,
  gaps: gapsPart,
  practice: practicePart,
  anxiety: anxietyPart,
  assessments: assessmentsPart,
  goals: goalsPart,
};

/**
 * What a report says, from the facts and the choices alone: no clock, and nothing that safety knows. So it says the same
 * whatever a gate is, with no word of gain that waits for one, and two reports of the same facts are equal.
 */
export function reportContent(facts: ReportFacts, plan: ReportPlan): ReportContent {
  const { header, practice } = facts;
  const told = until(facts, plan);
  const found = plan.parts.map((part) => parts[part](told, plan));
  return {
    title: plan.title,
    practice,
    therapist: header.therapistName,
    client: { name: header.name, recordNumber: header.recordNumber },
    forWhom: forWhom(plan, header.name),
    period: periodWords(plan),
    inShort: inShort(found.map(({ finding }) => finding)),
    words: (plan.words ?? "").split(/\n+/).filter((paragraph) => paragraph.trim() !== ""),
    parts: found.map(({ part }) => part),
  };
}

/** What lies after the last day is as if it were not there. What lies before the first still says where somebody began. */
function until(facts: ReportFacts, { to }: ReportPlan): ReportFacts {
  const isBefore = ({ date }: { date: string }) => date <= to;
  return {
    ...facts,
    checks: facts.checks.filter(isBefore),
    sittings: facts.sittings.filter(isBefore),
    attempts: facts.attempts.filter(isBefore),
    responses: facts.responses.filter(isBefore),
  };
}
