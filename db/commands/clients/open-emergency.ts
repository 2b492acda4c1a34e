import { and, eq, not, sql } from "drizzle-orm";
import { emergencyAccounts } from "@/db/queries/clients/emergency-people";
import { isRemoved } from "@/db/queries/clients/standing";
import type { StaffActor } from "@/lib/actor";
import { EMERGENCY_MINUTES, noSuchRecord, type OpenEmergencyForm, recordNumberOf } from "@/lib/clients/emergency";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { openHours } from "../../queries/clients/emergencies";
import { client } from "../../schema/clients";
import { emergencyAccess, emergencyAccessReason } from "../../schema/emergency";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { mayBeTold, visibleClients } from "../../visibility";
import { queueLetter } from "../letters/queue-letter";

/**
 * Opens one record for an hour, to read, for a supervisor who does not read it otherwise or an owner who wants it said why. Its
 * therapist and every other owner are told by letter, but for whoever is never to be told of this client. Answers whose record.
 */
export async function openEmergency(scope: Scope<StaffActor>, form: OpenEmergencyForm): Promise<string> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  authorize(actor, "clients.emergency");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`emergency ${accountId}`}, 0))`);
  const [before] = await tx
    .select({ clientId: emergencyAccess.clientId, openedBy: emergencyAccess.openedBy })
    .from(emergencyAccess)
    .where(and(eq(emergencyAccess.practiceId, practiceId), eq(emergencyAccess.id, form.id)));
  if (before && before.openedBy !== accountId) throw new NotFound(noSuchRecord);
  if (before) return before.clientId;
  // Before anything is looked for: while one is open, nobody learns by trying which names there are.
  if ((await openHours(scope)).length > 0)
    throw new Refused("One record is open to you in an emergency already. End that first.");
  const found = await findExactly(scope, form.who);
  if (found.therapistId === accountId || (actor.role !== "owner" && found.reads))
    throw new Refused("You read this record already: it is on your caseload. Nothing was opened.", {
      who: "You read this record already.",
    });
  await tx.insert(emergencyAccess).values({
    ...{ practiceId, id: form.id, clientId: found.id, openedBy: accountId, openedAt: now },
    reasonSealed: emergencyAccessReason.seal(form.reason, { practiceId, id: form.id }),
    endsAt: new Date(now.getTime() + EMERGENCY_MINUTES * 60_000),
  });
  await recordAudit(scope, "clients.emergency-opened", { id: form.id, clientId: found.id });
  for (const told of await emergencyAccounts(scope, found.id))
    if (told !== accountId)
      await queueLetter(scope, { accountId: told, about: { kind: "emergency-access", id: form.id } });
  return found.id;
}

type Found = { id: string; therapistId: string; reads: boolean };

/** By number, or by the name to the letter. Of whom this person is never to be told there is nothing to find. */
async function findExactly(scope: Scope<StaffActor>, who: string): Promise<Found> {
  const { actor, tx } = scope;
  const number = recordNumberOf(who);
  const rows = await tx
    .select({ id: client.id, therapistId: client.therapistId, reads: sql<boolean>`(${visibleClients(scope)})` })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(
      and(
        eq(client.practiceId, actor.practiceId),
        mayBeTold(actor),
        not(isRemoved),
        number === null ? sql`lower(${account.name}) = lower(${who.trim()})` : eq(client.recordNumber, number),
      ),
    )
    .limit(2);
  const [only, another] = rows;
  if (!only || another) throw new NotFound(noSuchRecord);
  return only;
}
