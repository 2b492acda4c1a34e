import { and, eq, exists, inArray, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Erasing, erasings } from "@/db/erasing/erase";
import { newestSafetyOf, retentionOf } from "@/db/queries/clients/erasure";
import { recordsOfPerson } from "@/db/queries/clients/merged";
import type { SystemActor } from "@/lib/actor";
import { erasureStanding, holdsInForce, safetyKeptUntil } from "@/lib/clients/erasure";
import { openDemands } from "@/lib/exports/court";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { courtDemand } from "../../schema/court-demand";
import { erasure, erasureStep, legalHold } from "../../schema/erasure";
import type { Scope } from "../../scope";

const done = alias(erasure, "done");

/** Whose record may have to be erased, or what was kept of one: a list to look through, one by one. */
export async function listErasable({ actor, tx }: Scope<SystemActor>): Promise<string[]> {
  const { practiceId } = actor;
  const isDone = tx
    .select({ one: sql`1` })
    .from(done)
    .where(and(eq(done.practiceId, practiceId), eq(done.clientId, erasureStep.clientId), eq(done.what, "safety")));
  const rows = await tx
    .selectDistinct({ id: erasureStep.clientId })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, practiceId), eq(erasureStep.kind, "granted"), not(exists(isDone))));
  return rows.map(({ id }) => id);
}

/**
 * Erases what may go now. `note` writes it down outside of the database, before it happens: a restore of an older backup erases
 * it again. Nothing goes while a hold stands, and entries about safety not before their time is over.
 */
export async function eraseClient(
  scope: Scope<SystemActor>,
  clientId: string,
  note: (what: Erasing) => void,
): Promise<Erasing[]> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const [found] = await tx
    .select({ id: client.id })
    .from(client)
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)))
    .for("update");
  if (!found || !(await mayErase(scope, clientId))) return [];
  const before = await tx
    .select({ what: erasure.what })
    .from(erasure)
    .where(and(eq(erasure.practiceId, practiceId), eq(erasure.clientId, clientId)));
  const isDone = (what: Erasing) => before.some((one) => one.what === what);
  const keptUntil = safetyKeptUntil(await newestSafetyOf(scope, clientId), await retentionOf(scope));
  const due: Erasing[] = [
    ...(isDone("person") ? [] : (["person"] as const)),
    ...(isDone("safety") || (keptUntil && keptUntil > now) ? [] : (["safety"] as const)),
  ];
  for (const what of due) {
    note(what);
    await erasings[what](tx.$client, { practiceId, clientId, at: now });
    await recordAudit(scope, "clients.erased", { id: clientId, clientId });
  }
  return due;
}

async function mayErase(scope: Scope<SystemActor>, clientId: string): Promise<boolean> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const steps = await tx
    .select({ kind: erasureStep.kind, at: erasureStep.decidedAt })
    .from(erasureStep)
    .where(and(eq(erasureStep.practiceId, practiceId), eq(erasureStep.clientId, clientId)));
  if (erasureStanding(steps).is !== "granted") return false;
  const records = await recordsOfPerson(scope, clientId);
  const holds = await tx
    .select({ id: legalHold.id, endsId: legalHold.endsId, at: legalHold.decidedAt })
    .from(legalHold)
    .where(and(eq(legalHold.practiceId, practiceId), inArray(legalHold.clientId, records)));
  const demands = await tx
    .select({ id: courtDemand.id, answersId: courtDemand.answersId })
    .from(courtDemand)
    .where(and(eq(courtDemand.practiceId, practiceId), inArray(courtDemand.clientId, records)));
  return holdsInForce(holds).length === 0 && openDemands(demands).length === 0;
}
