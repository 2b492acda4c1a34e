import { eq } from "drizzle-orm";
import { type EnrolmentPath, enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { lockClientRow } from "../clients/lock-client-row";
import { requireHere } from "../clients/require-here";

export type LockedPath = { path: EnrolmentPath; today: string };

/** The client's newest enrolment, and the client held until the transaction ends: of two decisions at once the second sees the first. */
export async function lockPath(scope: Scope<StaffActor>, clientId: string): Promise<LockedPath> {
  authorize(scope.actor, "protocol.steer");
  await lockClientRow(scope, eq(client.id, clientId));
  await requireHere(scope, clientId);
  const path = await enrolmentOf(scope, clientId);
  if (!path) throw new NotFound();
  return { path, today: localDate(scope.now, path.zone) };
}
