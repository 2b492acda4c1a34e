import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { baselineAnswered, baselineAsked, isBaselineWaived } from "@/db/queries/assessments/own-sittings";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { enrolment } from "@/db/schema/protocol";
import { safetyDecision } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { Arrival } from "@/lib/protocol/arrival";

const decided = alias(safetyDecision, "gd");
const link = alias(couple, "k");

export type Waiting = Arrival & {
  enrolmentId: string;
  plannedStart: string;
  laidOutFrom: string | null;
  zone: string;
  /** The weeks of joint steps go by the chosen day: it is not moved under somebody else. */
  isLinked: boolean;
};

/** How far a client whom the caller holds or has looked up has arrived; null where the weeks do not wait. */
export async function getArrival({ actor, tx }: Scope, clientId: string): Promise<Waiting | null> {
  const [row] = await tx
    .select({
      enrolmentId: enrolment.id,
      plannedStart: enrolment.startDate,
      laidOutFrom: enrolment.laidOutFrom,
      zone: client.zone,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      hasAgreed: sql<boolean>`coalesce(${newestConsent} = 'agreed', false)`,
      isDecided: qualified<boolean>`exists (select 1 from ${safetyDecision} ${decided} where ${decided.practiceId} = ${client.practiceId}
        and ${decided.clientId} = ${client.id})`,
      isAsked: baselineAsked,
      isAnswered: baselineAnswered,
      isWaived: isBaselineWaived,
      isLinked: qualified<boolean>`exists (select 1 from ${couple} ${link} where ${link.practiceId} = ${client.practiceId}
        and ${client.id} in (${link.firstClientId}, ${link.secondClientId}) and ${link.endedAt} is null)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .innerJoin(enrolment, isNewestEnrolment)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId), sql`${enrolment.begunOn} is null`));
  if (!row) return null;
  const { isAsked, isAnswered, isWaived, ...rest } = row;
  const baseline = isAnswered ? "answered" : isAsked ? (isWaived ? "waived" : "waits") : "not-asked";
  return { ...rest, baseline };
}
