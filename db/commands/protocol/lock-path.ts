import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { localDate } from "@/lib/domain/time/zone";
import { type EnrolmentPath, enrolmentOf } from "../../queries/enrolment";
import { client } from "../../schema/clients";
import { enrolment } from "../../schema/protocol";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";

export type LockedPath = { path: EnrolmentPath; today: string };

/** The client's newest enrolment, held until the transaction ends: of two decisions at once the second sees the first. */
export async function lockPath(scope: Scope<StaffActor>, clientId: string): Promise<LockedPath> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.steer");
  const [found] = await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .innerJoin(client, and(eq(client.practiceId, enrolment.practiceId), eq(client.id, enrolment.clientId)))
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .orderBy(desc(enrolment.startDate))
    .limit(1)
    .for("update", { of: enrolment });
  const path = found && (await enrolmentOf(scope, clientId));
  if (!path) throw new NotFound();
  return { path, today: localDate(now, path.zone) };
}
