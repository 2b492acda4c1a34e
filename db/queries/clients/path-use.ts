import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import { client, couple } from "@/db/schema/clients";
import { exerciseAttempt } from "@/db/schema/exercises";
import { enrolment, enrolmentDecision } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { PathUse } from "@/lib/clients/start-change";
import { NotFound } from "@/lib/errors";

const attempt = alias(exerciseAttempt, "e");
const decision = alias(enrolmentDecision, "d");
const earlier = alias(enrolment, "earlier");
const link = alias(couple, "k");

/** What was lived and decided on the path that counts, of a client within reach. */
export async function getPathUse(scope: Scope<StaffActor>, clientId: string): Promise<PathUse> {
  const [row] = await scope.tx
    .select({
      attempts: qualified<number>`(select count(*) from ${exerciseAttempt} ${attempt} where ${attempt.practiceId} = ${client.practiceId}
        and ${attempt.enrolmentId} = ${enrolment.id})::int`,
      decisions: qualified<number>`(select count(*) from ${enrolmentDecision} ${decision} where ${decision.practiceId} = ${client.practiceId}
        and ${decision.enrolmentId} = ${enrolment.id})::int`,
      isLinked: qualified<boolean>`exists (select 1 from ${couple} ${link} where ${link.practiceId} = ${client.practiceId}
        and ${client.id} in (${link.firstClientId}, ${link.secondClientId}) and ${link.endedAt} is null)`,
      earlierStart: qualified<string | null>`(select max(${earlier.startDate}) from ${enrolment} ${earlier}
        where ${earlier.practiceId} = ${client.practiceId} and ${earlier.clientId} = ${client.id} and ${earlier.id} <> ${enrolment.id})`,
    })
    .from(client)
    .innerJoin(enrolment, isNewestEnrolment)
    .where(and(visibleClients(scope), eq(client.id, clientId)));
  if (!row) throw new NotFound();
  return row;
}
