import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { assignment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { AnswerWindow, AssignmentRule } from "@/lib/assessments/assignment-rule";
import { changedRule, changeOfRule, type RuleChange, type RuleForm } from "@/lib/assessments/rule-change";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { plannedOccurrences } from "./planned-occurrences";
import { type ScheduledRow, scheduledOccurrences } from "./scheduled-occurrences";

export type ClientRule = {
  header: ClientHeader;
  id: string;
  title: string;
  rule: AssignmentRule;
  window: AnswerWindow;
  layout: "one-at-a-time" | "one-page" | null;
  edition: number;
  scheduled: ScheduledRow[];
  /** The last day that stays where it is, whatever is changed. */
  after: string | null;
  /** What the form would change; a sentence for a field where it cannot; null without a form. */
  preview: { change: RuleChange; rule: AssignmentRule } | { fault: { field: string; sentence: string } } | null;
};

/** A rule at work, of a client whom the caller may change, and what a form would make of it. Reading it is recorded. */
export async function getClientRule(
  scope: Scope<StaffActor>,
  { clientId, assignmentId, form }: { clientId: string; assignmentId: string; form: RuleForm | null },
): Promise<ClientRule> {
  authorize(scope.actor, "assessments.assign");
  const header = await getClientHeader(scope, clientId);
  const { actor, tx, now } = scope;
  const [row] = await tx
    .select({
      id: assignment.id,
      clientId: assignment.clientId,
      title: instrumentVersion.title,
      rule: assignment.rule,
      window: assignment.answerWindow,
      layout: assignment.layout,
      edition: assignment.edition,
      assignedAt: assignment.assignedAt,
      zone: client.zone,
    })
    .from(assignment)
    .innerJoin(client, and(eq(client.practiceId, assignment.practiceId), eq(client.id, assignment.clientId)))
    .innerJoin(
      instrumentVersion,
      and(
        eq(instrumentVersion.practiceId, assignment.practiceId),
        eq(instrumentVersion.id, assignment.instrumentVersionId),
      ),
    )
    .where(
      and(
        visibleClients(scope, "change"),
        eq(assignment.practiceId, actor.practiceId),
        eq(assignment.clientId, clientId),
        eq(assignment.id, assignmentId),
        isNull(assignment.endedAt),
      ),
    );
  if (!row || row.rule.kind === "once") throw new NotFound();
  const today = localDate(now, row.zone);
  const scheduled = await scheduledOccurrences(scope, row, today);
  const after = lastThatStays(scheduled);
  const preview = form && (await previewOf(scope, { row, scheduled, form, today, after }));
  await recordAudit(scope, "assessments.rule-read", { id: row.id, clientId });
  return { header, ...row, scheduled, after, preview };
}

type Ground = {
  row: { clientId: string; zone: string; rule: AssignmentRule; assignedAt: Date };
  scheduled: ScheduledRow[];
  form: RuleForm;
  today: string;
  after: string | null;
};

async function previewOf(scope: Scope<StaffActor>, { row, scheduled, form, today, after }: Ground) {
  const wanted = changedRule(row.rule, form, today, after);
  if ("fault" in wanted) return wanted;
  const { due } = await plannedOccurrences(scope, { ...row, ...wanted });
  return { change: changeOfRule(scheduled, due), rule: wanted.rule };
}

/** The last day that stays where it is; null when everything is still to come. */
export const lastThatStays = (scheduled: readonly { dueOn: string; stays: boolean }[]): string | null =>
  scheduled.findLast(({ stays }) => stays)?.dueOn ?? null;
