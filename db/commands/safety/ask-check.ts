import { and, eq, inArray, sql } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { noLettersTo } from "@/db/queries/letters/address-safety";
import { hasSaidLately } from "@/db/queries/safety/recent-disclosure";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import type { StaffActor } from "@/lib/actor";
import { Forbidden, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { weekBegan } from "@/lib/safety/practice-week";
import { checkCalendar } from "@/lib/safety/shared-class";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import { safetyCheck, safetyCheckMember } from "../../schema/safety-check";
import type { Scope } from "../../scope";
import { requireHere } from "../clients/require-here";
import { linkOf } from "./link-of";
import { lockClient } from "./lock-client";
import { type AskedPerson, openCheck } from "./open-check";

type Asked = { checkId: string; assessmentId: string; isFirst: boolean };

/**
 * Asks the safety questions, of both where a couple is linked, in one transaction. While an earlier asking is open, it is that
 * one. Shortly after a call, a message or an event the clinician is asked back first: a talk alone comes before a check.
 */
export async function askSafetyCheck(
  scope: Scope<StaffActor>,
  { clientId, despiteRecent = false }: { clientId: string; despiteRecent?: boolean },
): Promise<Asked> {
  const { actor, now } = scope;
  authorize(actor, "assessments.assign");
  const { mayChange } = await lockClient(scope, clientId);
  if (!mayChange) throw new Forbidden("The client’s own therapist or the owner asks for a safety check.");
  await requireHere(scope, clientId);
  const link = await linkOf(scope, clientId);
  if (link && !link.isLead) throw new Refused("Joint steps have one lead, who asks both together.");
  const running = await runningCheck(scope, clientId);
  if (running) return { ...running, isFirst: false };
  if (!despiteRecent && (await hasSaidLately(scope, clientId)))
    throw new Refused(
      "There was a call, a message or an event in the last 14 days. Talk to the person alone first, or say below that you ask all the same.",
    );
  const people = await lockPeople(scope, link ? link.people : [clientId]);
  const calendar = checkCalendar(await getSharedClassInput(scope, clientId), now);
  const { checkId, cards } = await openCheck(scope, { kind: "extra", people, coupleId: link?.id ?? null, calendar });
  return { checkId, assessmentId: cards[clientId] ?? "", isFirst: true };
}

/** A check of this practice week that is open for the client, however much of it is answered. */
export async function runningCheck(
  scope: Scope,
  clientId: string,
): Promise<{ checkId: string; assessmentId: string } | null> {
  const { actor, tx, now } = scope;
  const input = await getSharedClassInput(scope, clientId);
  const began = weekBegan(checkCalendar(input, now), now);
  const [row] = await tx
    .select({ checkId: safetyCheck.id, assessmentId: safetyCheckMember.assessmentId })
    .from(safetyCheckMember)
    .innerJoin(
      safetyCheck,
      and(eq(safetyCheck.practiceId, safetyCheckMember.practiceId), eq(safetyCheck.id, safetyCheckMember.checkId)),
    )
    .where(
      and(
        eq(safetyCheckMember.practiceId, actor.practiceId),
        eq(safetyCheckMember.clientId, clientId),
        sql`${safetyCheck.askedAt} >= ${began.toISOString()}::timestamptz`,
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Everybody who is asked together, locked in one order whoever asks. */
export async function lockPeople(scope: Scope, ids: readonly string[]): Promise<AskedPerson[]> {
  const { actor, tx, now } = scope;
  const rows = await tx
    .select({
      clientId: client.id,
      accountId: client.accountId,
      zone: client.zone,
      mayGetLetter: sql<boolean>`(${account.passwordHash} is not null and ${hasAccess(client.practiceId, client.accountId)}
        and ${newestConsent} is not distinct from 'agreed'
        and ${noLettersTo(actor.practiceId, client.accountId, now)} is null)`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), inArray(client.id, [...ids])))
    .orderBy(client.id)
    .for("no key update", { of: client });
  return rows;
}
