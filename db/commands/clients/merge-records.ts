import { and, eq } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { getMergeSides } from "@/db/queries/clients/merge-sides";
import type { StaffActor } from "@/lib/actor";
import { type ClientStepKind, movingKinds } from "@/lib/clients/client-step";
import type { LifeStepForm } from "@/lib/clients/course-forms";
import { type MergeForm, mergeRefusal } from "@/lib/clients/merge";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { clientStep } from "../../schema/client-life";
import { client } from "../../schema/clients";
import type { Scope } from "../../scope";
import { keepAccess } from "../identity/keep-access";
import { lockClient } from "../safety/lock-client";
import { keepStep } from "./keep-step";
import { leaveNothingWaiting } from "./leave-nothing-waiting";

/**
 * Two records of one person: a row that points from the one at the one that stays. Nothing that was written moves or changes;
 * what reads the record that stays follows the pointer, its gate among it, which from now on waits for a clinician. Of the other
 * one nothing is asked any more, and nobody signs in by it.
 */
export async function mergeRecords(
  scope: Scope<StaffActor>,
  { id, clientId, intoId, reason }: MergeForm,
): Promise<void> {
  const { now } = scope;
  authorize(scope.actor, "clients.merge");
  const { accountId, zone } = await lockTwo(scope, clientId, intoId);
  if (await isKept(scope, id)) return;
  const refusal = mergeRefusal(await getMergeSides(scope, intoId, clientId));
  if (refusal) throw new Refused(refusal);
  await leaveNothingWaiting(scope, { clientId, accountId, today: localDate(now, zone), reason });
  await keepStep(scope, { id, clientId, kind: "merged", reason, intoId });
  if (await mayEnter(scope, clientId)) await keepAccess(scope, { accountId, decision: "withdrawn", reason });
  await recordAudit(scope, "clients.merged", { id, clientId: intoId });
}

/**
 * They were two people after all, or it was a slip: the record stands by itself again, as it was, here or discharged. Both gates wait
 * for a clinician. What ended with the merge stays ended.
 */
export async function undoMerge(scope: Scope<StaffActor>, { id, clientId, reason }: LifeStepForm): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "clients.merge");
  const { practiceId } = actor;
  const steps = () =>
    tx
      .select({ id: clientStep.id, kind: clientStep.kind, intoId: clientStep.intoId, at: clientStep.decidedAt })
      .from(clientStep)
      .where(and(eq(clientStep.practiceId, practiceId), eq(clientStep.clientId, clientId)));
  const intoId = newest(await steps())?.intoId;
  if (!intoId) {
    await lockOne(scope, clientId);
    throw new Refused("This record is not merged into another one.");
  }
  const { accountId } = await lockTwo(scope, clientId, intoId);
  if (await isKept(scope, id)) return;
  const all = await steps();
  const merge = newest(all);
  if (merge?.kind !== "merged") throw new Refused("This record is not merged into another one.");
  const before = newest(all.filter(({ at }) => at < merge.at));
  const kind = before?.kind === "discharged" ? "discharged" : "returned";
  await keepStep(scope, { id, clientId, kind, reason, intoId, audited: "clients.merge-undone" });
  if (kind === "returned") await keepAccess(scope, { accountId, decision: "restored", reason });
  await recordAudit(scope, "clients.merge-undone", { id, clientId: intoId });
}

type Step = { kind: ClientStepKind; intoId: string | null; at: Date };

const newest = <S extends Step>(steps: readonly S[]): S | undefined =>
  steps
    .filter(({ kind }) => movingKinds.some((one) => one === kind))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];

/** Both rows held, in one order whoever asks, and both the caller’s to change. Answers that of the first. */
async function lockTwo(scope: Scope<StaffActor>, clientId: string, intoId: string) {
  const locked = new Map<string, Awaited<ReturnType<typeof lockClient>>>();
  for (const one of [clientId, intoId].toSorted()) locked.set(one, await lockOne(scope, one));
  const row = locked.get(clientId);
  if (!row) throw new NotFound();
  return row;
}

async function lockOne(scope: Scope<StaffActor>, clientId: string) {
  const row = await lockClient(scope, clientId);
  if (!row.mayChange) throw new NotFound();
  return row;
}

async function isKept({ actor, tx }: Scope, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: clientStep.id })
    .from(clientStep)
    .where(and(eq(clientStep.practiceId, actor.practiceId), eq(clientStep.id, id)));
  return row !== undefined;
}

async function mayEnter({ actor, tx }: Scope, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ may: hasAccess(client.practiceId, client.accountId).mapWith(Boolean) })
    .from(client)
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  return row?.may ?? false;
}
