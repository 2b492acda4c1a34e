import { and, eq, isNull, lte, not, type SQL } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { assessment, assessmentWithdrawal, assignment, instrumentVersion } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { isImported, isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import { visibleClients } from "@/db/visibility";
import type { ClientActor } from "@/lib/actor";
import { isClosed } from "@/lib/assessments/closing";
import type { Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import type { Help } from "@/lib/safety/region-contacts";
import { localDate } from "@/lib/time/zone";
import { answersOf, type StoredAnswer } from "./answers";
import { closingColumns } from "./closing";

export type OwnAssessment = {
  id: string;
  instrument: Instrument;
  layout: "one-at-a-time" | "one-page" | null;
  submittedAt: Date | null;
  discussedAt: Date | null;
  isClosed: boolean;
  /** Where to turn, in the page whatever is answered. */
  help: Help;
  answers: StoredAnswer[];
};

/** A condition on a sitting joined with its client and its withdrawal: the person's own, opened, and not taken back. */
export const isOwnAndOpened = (scope: Scope<ClientActor>, id: string): SQL | undefined =>
  and(
    eq(assessment.practiceId, scope.actor.practiceId),
    eq(assessment.id, id),
    lte(assessment.opensOn, localDate(scope.now, scope.actor.zone)),
    isNull(assessmentWithdrawal.id),
    not(isImported),
    visibleClients(scope),
  );

/** A sitting of the person who asks, with what was answered so far on any device. Safety questions have a door of their own. */
export async function getOwnAssessment(scope: Scope<ClientActor>, id: string): Promise<OwnAssessment> {
  const { actor, tx, now } = scope;
  const found = tx
    .select({
      id: assessment.id,
      instrument: instrumentRead,
      layout: assignment.layout,
      submittedAt: assessment.submittedAt,
      discussedAt: assessment.discussedAt,
      ...closingColumns(),
    })
    .from(assessment)
    .innerJoin(client, and(eq(client.practiceId, assessment.practiceId), eq(client.id, assessment.clientId)))
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(
      assignment,
      and(eq(assignment.practiceId, assessment.practiceId), eq(assignment.id, assessment.assignmentId)),
    )
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(and(isOwnAndOpened(scope, id), not(isSafety)));
  const { sittings, help } = await atOnce({ sittings: found, help: getOwnHelp(scope) });
  const [sitting] = sittings;
  if (!sitting) throw new NotFound();
  const { expiresOn, lastSavedAt, graceHours, ...rest } = sitting;
  return {
    ...rest,
    help,
    isClosed: isClosed({ expiresOn, lastSavedAt, graceHours }, actor.zone, now),
    answers: await answersOf(scope, id),
  };
}
