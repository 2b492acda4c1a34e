import { and, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessment } from "@/db/schema/assessments";
import { client } from "@/db/schema/clients";
import { attemptSeen } from "@/db/schema/exercises";
import { message } from "@/db/schema/messages";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { chosenKinds, kindOf, type LetterGroup, letterGroups } from "@/lib/messages/letter-timing";
import { setAside, unsent } from "./waiting-letters";

const about = alias(message, "m");
const waiting = alias(message, "w");
const author = alias(client, "c");
const seen = alias(attemptSeen, "s");
const sitting = alias(assessment, "x");
const first = alias(outboxLetter, "f");

/**
 * Before letters are claimed: one that has nothing left to say stays here, and of all that can wait and are due to one
 * person the oldest goes and stands for the others. In the transaction of the claim, so that a worker that is killed
 * neither loses nor doubles any.
 */
export async function gatherLetters(scope: Scope<SystemActor>): Promise<void> {
  const canWait = and(
    eq(outboxLetter.urgent, false),
    inArray(outboxLetter.aboutKind, chosenKinds),
    lte(outboxLetter.dueAt, scope.now),
  );
  await setAside(scope, and(canWait, isSaid));
  await keepWhatEachStandsFor(scope, canWait);
  await setAside(scope, and(canWait, hasElder(scope)));
}

/** The oldest keeps which groups it stands for: it may be tried again when the others are long set aside. */
async function keepWhatEachStandsFor(scope: Scope<SystemActor>, canWait: SQL | undefined): Promise<void> {
  const { actor, tx } = scope;
  const due = await tx
    .select({
      id: outboxLetter.id,
      accountId: outboxLetter.accountId,
      kind: outboxLetter.aboutKind,
      standsFor: outboxLetter.standsFor,
    })
    .from(outboxLetter)
    .where(and(unsent(scope), canWait))
    .orderBy(outboxLetter.createdAt, outboxLetter.id);
  for (const accountId of new Set(due.map((one) => one.accountId))) {
    const theirs = due.filter((one) => one.accountId === accountId);
    const [eldest] = theirs;
    if (!eldest || theirs.length === 1) continue;
    const isOfThem = (group: LetterGroup) =>
      theirs.some(({ kind, standsFor }) => kind === kindOf(group) || standsFor?.includes(group));
    await tx
      .update(outboxLetter)
      .set({ standsFor: letterGroups.filter(isOfThem) })
      .where(and(eq(outboxLetter.practiceId, actor.practiceId), eq(outboxLetter.id, eldest.id)));
  }
}

/** Everything of it was read, taken back or reviewed meanwhile. A letter about a message stands for all that wait with it. */
const isSaid = qualified`(case ${outboxLetter.aboutKind}
  when 'client-message' then not exists (select 1 from ${message} ${about}
    join ${client} ${author} on ${author.practiceId} = ${about.practiceId} and ${author.id} = ${about.clientId}
    join ${message} ${waiting} on ${waiting.practiceId} = ${about.practiceId} and ${waiting.clientId} = ${about.clientId}
    where ${about.practiceId} = ${outboxLetter.practiceId} and ${about.id} = ${outboxLetter.aboutId}
      and ${waiting.authorId} = ${author.accountId} and ${waiting.readAt} is null and ${waiting.takenBackAt} is null)
  when 'client-reflection' then exists (select 1 from ${attemptSeen} ${seen}
    where ${seen.practiceId} = ${outboxLetter.practiceId} and ${seen.attemptId} = ${outboxLetter.aboutId})
  when 'client-answers' then exists (select 1 from ${assessment} ${sitting}
    where ${sitting.practiceId} = ${outboxLetter.practiceId} and ${sitting.id} = ${outboxLetter.aboutId} and ${sitting.reviewedAt} is not null)
  else false end)`;

/** One that is on its way stands for the others too: it names nothing, and arrives after they were written. */
const hasElder = ({ now }: Scope<SystemActor>) =>
  qualified`exists (select 1 from ${outboxLetter} ${first} where ${first.practiceId} = ${outboxLetter.practiceId}
    and ${first.accountId} = ${outboxLetter.accountId} and ${first.aboutKind} = any(${chosenKindArray}) and not ${first.urgent}
    and ${first.dueAt} <= ${now.toISOString()}::timestamptz and ${first.sentAt} is null and ${first.setAsideAt} is null
    and (${first.createdAt}, ${first.id}) < (${outboxLetter.createdAt}, ${outboxLetter.id}))`;

const chosenKindArray = sql`array[${sql.join(
  chosenKinds.map((kind) => sql`${kind}`),
  sql`, `,
)}]::text[]`;
