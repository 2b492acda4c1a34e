import { and, eq, inArray } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { instrumentRead } from "@/db/definitions";
import { answersOf } from "@/db/queries/assessments/answers";
import { type ClientHeader, getClientHeader } from "@/db/queries/clients/client-overview";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { checkWordsRead } from "@/db/schema/check-sitting";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { answerKey } from "@/lib/assessments/answer-key";
import type { Instrument } from "@/lib/assessments/instrument";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { CheckResult } from "@/lib/safety/check-result";
import { cardResult, type SittingAnswer, type SittingRecord, sittingsOf } from "./check-sittings";
import { decidedAnswers } from "./decided-answers";

type ReadAnswer = SittingAnswer & { readBy: string | null; readAt: Date | null };

export type CheckCard = {
  header: ClientHeader;
  instrument: Instrument;
  askedAt: Date;
  isVoided: boolean;
  /** The most careful of all sittings; null before the first. */
  result: CheckResult | null;
  /** Oldest first, each with everything that was said in it. */
  sittings: (Omit<SittingRecord, "given"> & { given: ReadAnswer[] })[];
  /** Answers in words that nobody has marked as read. */
  unread: string[];
};

/** Everything that was said on one card of safety questions, in every sitting. Reading it is recorded. */
export async function getCheck(scope: Scope<StaffActor>, clientId: string, assessmentId: string): Promise<CheckCard> {
  const { actor, tx } = scope;
  authorize(actor, "clients.read");
  const found = tx
    .select({
      instrument: instrumentRead,
      askedAt: assessment.assignedAt,
      submittedAt: assessment.submittedAt,
      withdrawal: assessmentWithdrawal.kind,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.id, assessmentId),
        eq(assessment.clientId, clientId),
        isSafety,
      ),
    );
  const { header, cards } = await atOnce({ header: getClientHeader(scope, clientId), cards: found });
  const [card] = cards;
  if (!card) throw new NotFound();
  await recordAudit(scope, "safety.check-read", { id: assessmentId, clientId });
  const { instrument } = card;
  const { earlier, later, decided } = await atOnce({
    earlier: earlierSitting(scope, assessmentId, card),
    later: sittingsOf(scope, assessmentId),
    decided: decidedAnswers(scope, clientId),
  });
  const kept = [...earlier, ...later];
  const read = await readMarks(
    scope,
    kept.flatMap(({ given }) => given.filter(({ isWords }) => isWords).map(({ id }) => id)),
  );
  const sittings = kept.map((sitting) => ({
    ...sitting,
    given: sitting.given.map((one) => ({ ...one, ...(read.get(one.id) ?? { readBy: null, readAt: null }) })),
  }));
  return {
    header,
    instrument,
    askedAt: card.askedAt,
    isVoided: card.withdrawal === "voided",
    result: cardResult(instrument, kept, decided),
    sittings,
    unread: sittings.flatMap(({ given }) => given.filter((one) => one.isWords && !one.readAt).map(({ id }) => id)),
  };
}

/** What was answered before sittings were kept apart: one sitting, without what was changed in it. */
async function earlierSitting(
  scope: Scope<StaffActor>,
  assessmentId: string,
  { askedAt, submittedAt }: { askedAt: Date; submittedAt: Date | null },
): Promise<SittingRecord[]> {
  const answers = await answersOf(scope, assessmentId);
  const [first] = answers;
  if (!first) return [];
  const given = answers.map(({ itemId, form, value, answeredAt }) => ({
    ...{ id: answerKey(form, itemId), itemId, form, value, answeredAt, isWords: false },
  }));
  return [{ id: assessmentId, wasPrivate: true, beganAt: first.answeredAt ?? askedAt, sentAt: submittedAt, given }];
}

async function readMarks({ actor, tx }: Scope, answerIds: readonly string[]) {
  if (answerIds.length === 0) return new Map<string, { readBy: string; readAt: Date }>();
  const rows = await tx
    .select({ answerId: checkWordsRead.answerId, readBy: account.name, readAt: checkWordsRead.readAt })
    .from(checkWordsRead)
    .innerJoin(account, and(eq(account.practiceId, checkWordsRead.practiceId), eq(account.id, checkWordsRead.readBy)))
    .where(and(eq(checkWordsRead.practiceId, actor.practiceId), inArray(checkWordsRead.answerId, [...answerIds])));
  return new Map(rows.map(({ answerId, ...mark }) => [answerId, mark]));
}
