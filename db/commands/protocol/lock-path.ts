import { eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { localDate } from "@/lib/domain/time/zone";
import { type EnrolmentPath, enrolmentOf } from "../../queries/enrolment";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { holdClient } from "../clients/hold-client";

export type LockedPath = { path: EnrolmentPath; today: string };

/** The client's newest enrolment, and the client held until the transaction ends: of two decisions at once the second sees the first. */
export async function lockPath(scope: Scope<StaffActor>, clientId: string): Promise<LockedPath> {
  authorize(scope.actor, "protocol.steer");
  await holdClient(scope, eq(client.id, clientId));
  const path = await enrolmentOf(scope, clientId);
  if (!path) throw new NotFound();
  return { path, today: localDate(scope.now, path.zone) };
}
