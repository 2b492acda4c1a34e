import { and, eq, inArray, isNotNull, lte, notExists, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { mintToken } from "@/db/commands/identity/one-time-token";
import { qualified } from "@/db/qualified";
import { noLettersTo, noLinkTo } from "@/db/queries/letters/address-safety";
import { practiceLettersOf } from "@/db/queries/letters/practice-letters";
import { weekCountsOf } from "@/db/queries/letters/week-counts";
import { escalationMinutes } from "@/db/queries/safety/escalation-order";
import { staffAbsence } from "@/db/schema/absence";
import { assessment, assessmentWithdrawal } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { account, practice } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { hourKinds, type LetterKind, linkKinds } from "@/lib/messages/letter-kinds";
import type { LetterFor } from "@/lib/messages/letter-shape";
import { groupOf } from "@/lib/messages/letter-timing";
import { lateMinutes } from "@/lib/messages/own-reminders";
import type { WeekCounts } from "@/lib/messages/week-letter";
import { gatherLetters } from "./gather-letters";
import { linksOf, openLink } from "./letter-links";
import { setAside, unclaimed, unsent } from "./waiting-letters";

const absence = alias(staffAbsence, "b");
const sitting = alias(assessment, "x");
const theirs = alias(client, "xc");
const taken = alias(assessmentWithdrawal, "w");

/** A claimed letter. `id` names the message as well, so that a second delivery of it is recognised as the same one. */
export type ClaimedLetter = LetterFor & {
  id: string;
  practiceId: string;
  accountId: string;
  to: string;
  tries: number;
  /** Whose name stands above a letter to a client, and where answers of staff go. */
  sender: string;
  replyTo: string | null;
};

/** `linkId`: the link of a letter with one. `clientId`: whose record says what becomes of it. */
export type Claimed = ClaimedLetter & { linkId: string; clientId: string | null };

/** How long a claim holds. A worker that was killed loses its claims after this, and another sends the letters. */
export const CLAIM_MS = 60_000;
const atOnce = 10;

/** What is due in one practice, held for a minute. A sample practice has nobody to write to: its letters stay where they are. */
export async function claimLetters(pool: Pool, actor: SystemActor, claim: string, now: Date): Promise<Claimed[]> {
  return withScope(pool, actor, now, async (scope) => {
    const home = await homeOf(scope);
    if (!home || home.isSample) return [];
    await setAsideUnmeant(scope);
    await gatherLetters(scope);
    const claimed = await claimDue(scope, claim);
    if (claimed.length === 0) return [];
    claimed.sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.createdAt.getTime() - b.createdAt.getTime());
    const people = await peopleOf(scope, claimed);
    const links = await linksOf(scope, claimed);
    const look = await practiceLettersOf(scope);
    const minutes = await escalationMinutes(scope);
    const weeks = await weeksOf(scope, claimed);
    return claimed.flatMap(({ createdAt: _createdAt, outside, standsFor, toAddress, ...letter }) => {
      const person = people.get(letter.accountId);
      const isOutside = letter.recordNumber !== null;
      const to = isOutside ? outside : (toAddress ?? person?.email);
      if (!to || !person) return [];
      const link = links.get(letter.linkId);
      const group = groupOf(letter.kind);
      return [
        {
          ...letter,
          ...look,
          ...{ to, minutes, practice: home.name, practiceId: actor.practiceId, clientId: person.clientId },
          week: weeks.get(letter.id) ?? null,
          isToStaff: isOutside || person.role !== "client",
          standsFor: standsFor ?? (group ? [group] : []),
          link: link ? { ...link, token: mintToken() } : null,
        },
      ];
    });
  });
}

async function homeOf({ actor, tx }: Scope) {
  const [home] = await tx
    .select({ name: practice.name, isSample: practice.isSample })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  return home;
}

/** Who wants none is asked here too: a letter may have been written while they said so. */
async function setAsideUnmeant(scope: Scope<SystemActor>): Promise<void> {
  const { actor, now } = scope;
  await setAside(scope, handedOverAndSilent);
  const unwanted = isNotNull(noLettersTo(actor.practiceId, outboxLetter.accountId, now, outboxLetter.toAddress));
  await setAside(scope, and(notInArray(outboxLetter.aboutKind, [...linkKinds]), unwanted));
  await setAside(scope, tooLateFor(now));
  await setAside(scope, and(inArray(outboxLetter.aboutKind, ["due", "overdue", "asked-again"]), leadsToNothing(now)));
  const unsafe = isNotNull(noLinkTo(actor.practiceId, outboxLetter.accountId, now, outboxLetter.toAddress));
  await setAside(scope, and(inArray(outboxLetter.aboutKind, [...linkKinds]), or(unsafe, notExists(openLink(scope)))));
}

/** The sitting that a reminder is about was answered, taken back or closed before the letter went. */
const leadsToNothing = (now: Date) => qualified`exists (select 1 from ${assessment} ${sitting}
  join ${client} ${theirs} on ${theirs.practiceId} = ${sitting.practiceId} and ${theirs.id} = ${sitting.clientId}
  where ${sitting.practiceId} = ${outboxLetter.practiceId} and ${sitting.id} = ${outboxLetter.aboutId}
    and (${sitting.submittedAt} is not null or ${sitting.expiresOn} < (${now.toISOString()}::timestamptz at time zone ${theirs.zone})::date
      or exists (select 1 from ${assessmentWithdrawal} ${taken} where ${taken.practiceId} = ${sitting.practiceId} and ${taken.assessmentId} = ${sitting.id})))`;

async function claimDue(scope: Scope<SystemActor>, claim: string) {
  const { actor, tx, now } = scope;
  const due = tx
    .select({ id: outboxLetter.id })
    .from(outboxLetter)
    .where(and(unsent(scope), lte(outboxLetter.dueAt, now), unclaimed(now)))
    .orderBy(sql`${outboxLetter.urgent} desc, ${outboxLetter.createdAt}`)
    .limit(atOnce)
    .for("update", { skipLocked: true });
  return tx
    .update(outboxLetter)
    .set({ claim, claimEndsAt: new Date(now.getTime() + CLAIM_MS), tries: sql`${outboxLetter.tries} + 1` })
    .where(and(eq(outboxLetter.practiceId, actor.practiceId), inArray(outboxLetter.id, due)))
    .returning({
      id: outboxLetter.id,
      accountId: outboxLetter.accountId,
      kind: outboxLetter.aboutKind,
      linkId: outboxLetter.aboutId,
      tries: outboxLetter.tries,
      urgent: outboxLetter.urgent,
      createdAt: outboxLetter.createdAt,
      recordNumber: outboxLetter.recordNumber,
      toAddress: outboxLetter.toAddress,
      standsFor: outboxLetter.standsFor,
      outside: qualified<
        string | null
      >`(select ${absence.outsideEmail} from ${staffAbsence} ${absence} where ${absence.practiceId} = ${outboxLetter.practiceId}
        and ${absence.id} = ${outboxLetter.absenceId})`,
    });
}

async function peopleOf({ actor, tx }: Scope, claimed: readonly { accountId: string }[]) {
  const ids = claimed.map(({ accountId }) => accountId);
  const people = await tx
    .select({ id: account.id, email: account.email, role: account.role, clientId: client.id })
    .from(account)
    .leftJoin(client, and(eq(client.practiceId, account.practiceId), eq(client.accountId, account.id)))
    .where(and(eq(account.practiceId, actor.practiceId), inArray(account.id, ids)));
  return new Map(people.map(({ id, ...person }) => [id, person]));
}

/** How much waits for each whose week begins, as it stands now. */
async function weeksOf(scope: Scope, claimed: readonly { id: string; kind: LetterKind; accountId: string }[]) {
  const weeks = new Map<string, WeekCounts>();
  for (const { id, kind, accountId } of claimed)
    if (kind === "week") weeks.set(id, await weekCountsOf(scope, accountId));
  return weeks;
}

/** Handed over by a worker that never said how it ended, and not urgent: perhaps it arrived, so it does not go again. */
const handedOverAndSilent = and(isNotNull(outboxLetter.handedOverAt), eq(outboxLetter.urgent, false));

/** A reminder is for its hour: it does not come in the night because the mail server was away in the evening. */
const tooLateFor = (now: Date) =>
  and(
    inArray(outboxLetter.aboutKind, [...hourKinds, "week"]),
    lte(outboxLetter.createdAt, new Date(now.getTime() - lateMinutes * 60_000)),
  );
