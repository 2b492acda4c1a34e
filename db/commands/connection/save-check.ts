import { and, asc, eq, sql } from "drizzle-orm";
import { isNewestEnrolment } from "@/db/queries/protocol/enrolment";
import type { ClientActor } from "@/lib/actor";
import type { ConnectionCheckForm } from "@/lib/connection/check-form";
import { keepConnection } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { connectionCheck, connectionCheckNote, connectionSummary } from "../../schema/connection";
import { enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";
import { noteActivity } from "../clients/note-activity";

/** Keeps one check. The form makes its id, so sending it again returns quietly. */
export async function saveConnectionCheck(scope: Scope<ClientActor>, form: ConnectionCheckForm): Promise<void> {
  authorize(scope.actor, "portal.use");
  await lockOwnRow(scope);
  if (await keepCheck(scope, form)) await noteActivity(scope, "connection");
}

/** Under a lock on the client's own row. The number of a temperature check is a check too, under the id of its attempt. */
export async function keepCheck(scope: Scope<ClientActor>, form: ConnectionCheckForm): Promise<boolean> {
  const { actor, tx, now } = scope;
  const added = await tx
    .insert(connectionCheck)
    .values({
      practiceId: actor.practiceId,
      id: form.id,
      clientId: actor.clientId,
      localDate: localDate(now, actor.zone),
      score: form.score,
      noteSealed: connectionCheckNote.sealOrNull(form.note, { practiceId: actor.practiceId, id: form.id }),
      recordedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: connectionCheck.id });
  if (added.length === 0) return false;
  await refreshConnectionSummary(scope, actor.clientId);
  await recordAudit(scope, "connection.check-saved", {
    id: form.id,
    clientId: actor.clientId,
  });
  return true;
}

/** Weekly medians against the baseline, worked out anew from all checks of the enrolment. */
export async function refreshConnectionSummary({ actor, tx, now }: Scope, clientId: string): Promise<void> {
  const [start] = await tx
    .select({
      zone: client.zone,
      date: sql<string>`coalesce(${enrolment.startDate}, (${client.createdAt} at time zone ${client.zone})::date)::text`,
    })
    .from(client)
    .leftJoin(enrolment, isNewestEnrolment)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  const checks = await tx
    .select({ date: connectionCheck.localDate, value: connectionCheck.score })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt));
  if (!start) return;
  const values = { kept: keepConnection(checks, start.date, localDate(now, start.zone)), updatedAt: now };
  await tx
    .insert(connectionSummary)
    .values({ practiceId: actor.practiceId, id: clientId, ...values })
    .onConflictDoUpdate({ target: [connectionSummary.practiceId, connectionSummary.id], set: values });
}
