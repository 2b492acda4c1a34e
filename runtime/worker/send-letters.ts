import { randomUUID } from "node:crypto";
import { and, eq, gt, inArray, isNotNull, isNull, lte, notExists, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { mintToken, tokenHash } from "@/db/commands/identity/one-time-token";
import { qualified } from "@/db/qualified";
import { noLettersTo, noLinkTo } from "@/db/queries/letters/address-safety";
import { staffAbsence } from "@/db/schema/absence";
import { account, oneTimeLink, practice } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { type Scope, withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { hourKinds, isLinkKind, type LetterKind, linkKinds } from "@/lib/messages/letter-kinds";
import type { LetterFor, LetterLink } from "@/lib/messages/letter-words";
import { lateMinutes } from "@/lib/messages/own-reminders";
import { gatherLetters } from "./gather-letters";
import { setAside, unclaimed, unsent } from "./waiting-letters";

const absence = alias(staffAbsence, "b");

/** A claimed letter. `id` names the message as well, so that a second delivery of it is recognised as the same one. */
export type ClaimedLetter = LetterFor & { id: string; to: string; tries: number };
/** `unsure`: the mail server fell silent after it was given the words. */
export type SendResult = "taken" | "refused" | "unsure";
/**
 * Sends one letter. `handOver` is called once the mail server asks for the words and before it gets any; where it
 * answers false the letter is somebody else's by now, and nothing may be sent.
 */
export type Post = (letter: ClaimedLetter, handOver: () => Promise<boolean>) => Promise<SendResult>;

/** `linkId`: the link of a letter with one. */
type Claimed = ClaimedLetter & { linkId: string };

/** How long a claim holds. A worker that was killed loses its claims after this, and another sends the letters. */
export const CLAIM_MS = 60_000;
const atOnce = 10;
const longestPauseMs = 15 * 60_000;

/**
 * Claims what is due in one practice, sends it, and marks it: no transaction stays open while a mail server thinks.
 * Killed before the words were handed over, a letter goes when its claim has run out. Killed after that and before
 * the answer was kept, nobody can know: an urgent letter goes again under its old name, any other is set aside.
 */
export async function sendLetters(pool: Pool, actor: SystemActor, post: Post, clock: () => Date): Promise<number> {
  const claim = randomUUID();
  const letters = await claimLetters(pool, actor, claim, clock());
  let sent = 0;
  for (const letter of letters) {
    const mine = and(
      eq(outboxLetter.practiceId, actor.practiceId),
      eq(outboxLetter.id, letter.id),
      eq(outboxLetter.claim, claim),
      isNull(outboxLetter.setAsideAt),
    );
    const mark = (set: Partial<typeof outboxLetter.$inferInsert>) => async (scope: Scope<SystemActor>) =>
      ((await scope.tx.update(outboxLetter).set(set).where(mine)).rowCount ?? 0) > 0;
    const handOver = () => {
      const now = clock();
      return withScope(
        pool,
        actor,
        now,
        async (scope) => (await mark({ handedOverAt: now })(scope)) && (await keepToken(scope, letter)),
      );
    };
    const posted = await post(letter, handOver);
    const now = clock();
    await withScope(pool, actor, now, async (scope) => {
      const isKept = await mark(outcomeOf(posted, letter, now))(scope);
      if (posted === "taken" && isKept) {
        await recordAudit(scope, "outbox.letter-sent", { id: letter.id });
      }
    });
    if (posted === "taken") sent += 1;
  }
  return sent;
}

function outcomeOf(posted: SendResult, { tries }: ClaimedLetter, now: Date): Partial<typeof outboxLetter.$inferInsert> {
  if (posted === "taken") return { sentAt: now };
  const pauseMs = Math.min(longestPauseMs, 15_000 * 2 ** (tries - 1));
  const again = { claim: null, claimEndsAt: null, dueAt: new Date(now.getTime() + pauseMs) };
  return posted === "refused" ? { ...again, handedOverAt: null } : again;
}

async function claimLetters(pool: Pool, actor: SystemActor, claim: string, now: Date): Promise<Claimed[]> {
  return withScope(pool, actor, now, async (scope) => {
    const { tx } = scope;
    // Who wants none is asked here too: a letter may have been written while they said so.
    await setAside(scope, handedOverAndSilent);
    const unwanted = isNotNull(noLettersTo(actor.practiceId, outboxLetter.accountId, now, outboxLetter.toAddress));
    await setAside(scope, and(notInArray(outboxLetter.aboutKind, [...linkKinds]), unwanted));
    await setAside(scope, tooLateFor(now));
    const unsafe = isNotNull(noLinkTo(actor.practiceId, outboxLetter.accountId, now, outboxLetter.toAddress));
    await setAside(scope, and(inArray(outboxLetter.aboutKind, [...linkKinds]), or(unsafe, notExists(openLink(scope)))));
    await gatherLetters(scope);
    const due = tx
      .select({ id: outboxLetter.id })
      .from(outboxLetter)
      .where(and(unsent(scope), lte(outboxLetter.dueAt, now), unclaimed(now)))
      .orderBy(sql`${outboxLetter.urgent} desc, ${outboxLetter.createdAt}`)
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const claimed = await tx
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
        outside: qualified<
          string | null
        >`(select ${absence.outsideEmail} from ${staffAbsence} ${absence} where ${absence.practiceId} = ${outboxLetter.practiceId}
          and ${absence.id} = ${outboxLetter.absenceId})`,
      });
    if (claimed.length === 0) return [];
    const accountIds = claimed.map(({ accountId }) => accountId);
    const people = await tx
      .select({ id: account.id, email: account.email })
      .from(account)
      .where(and(eq(account.practiceId, actor.practiceId), inArray(account.id, accountIds)));
    const addresses = new Map(people.map(({ id, email }) => [id, email]));
    claimed.sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.createdAt.getTime() - b.createdAt.getTime());
    const links = await linksOf(scope, claimed);
    return claimed.flatMap(({ accountId, createdAt: _createdAt, outside, toAddress, ...letter }) => {
      const to = letter.recordNumber === null ? (toAddress ?? addresses.get(accountId)) : outside;
      const link = links.get(letter.linkId);
      return to ? [{ ...letter, to, link: link ? { ...link, token: mintToken() } : null }] : [];
    });
  });
}

/** For how long the links of these letters work, and in whose name they invite, by the link. */
async function linksOf({ actor, tx }: Scope, claimed: readonly { kind: LetterKind; linkId: string }[]) {
  const ids = claimed.flatMap(({ kind, linkId }) => (isLinkKind(kind) ? [linkId] : []));
  if (ids.length === 0) return new Map<string, Omit<LetterLink, "token">>();
  const to = alias(account, "invited");
  const links = await tx
    .select({
      id: oneTimeLink.id,
      from: oneTimeLink.createdAt,
      until: oneTimeLink.endsAt,
      practice: practice.name,
      role: to.role,
      name: account.name,
    })
    .from(oneTimeLink)
    .innerJoin(practice, eq(practice.practiceId, oneTimeLink.practiceId))
    .innerJoin(to, and(eq(to.practiceId, oneTimeLink.practiceId), eq(to.id, oneTimeLink.accountId)))
    .leftJoin(account, and(eq(account.practiceId, oneTimeLink.practiceId), eq(account.id, oneTimeLink.createdBy)))
    .where(and(eq(oneTimeLink.practiceId, actor.practiceId), inArray(oneTimeLink.id, ids)));
  return new Map(
    links.map(({ id, from, until, role, name, ...one }) => [
      id,
      {
        minutes: Math.round((until.getTime() - from.getTime()) / 60_000),
        inviter: role === "client" && name ? `${name} of ${one.practice}` : one.practice,
      },
    ]),
  );
}

/** From here on the link opens with what the letter carries too. False when it is over: then nothing is sent. */
async function keepToken(scope: Scope<SystemActor>, { link, linkId }: Claimed): Promise<boolean> {
  if (!link) return true;
  const { rowCount } = await scope.tx
    .update(oneTimeLink)
    .set({ mailedHash: tokenHash(link.token) })
    .where(and(eq(oneTimeLink.id, linkId), isOpenLink(scope)));
  return (rowCount ?? 0) > 0;
}

const isOpenLink = ({ actor, now }: Scope<SystemActor>) =>
  and(
    eq(oneTimeLink.practiceId, actor.practiceId),
    isNull(oneTimeLink.usedAt),
    isNull(oneTimeLink.withdrawnAt),
    gt(oneTimeLink.endsAt, now),
  );

const openLink = (scope: Scope<SystemActor>) =>
  scope.tx
    .select({ id: oneTimeLink.id })
    .from(oneTimeLink)
    .where(and(eq(oneTimeLink.id, outboxLetter.aboutId), isOpenLink(scope)));

/** Handed over by a worker that never said how it ended, and not urgent: perhaps it arrived, so it does not go again. */
const handedOverAndSilent = and(isNotNull(outboxLetter.handedOverAt), eq(outboxLetter.urgent, false));

/** A reminder is for its hour: it does not come in the night because the mail server was away in the evening. */
const tooLateFor = (now: Date) =>
  and(
    inArray(outboxLetter.aboutKind, [...hourKinds]),
    lte(outboxLetter.createdAt, new Date(now.getTime() - lateMinutes * 60_000)),
  );
