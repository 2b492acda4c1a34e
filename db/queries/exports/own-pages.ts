import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { consentOf } from "@/db/queries/clients/consent";
import { getOwnAccessDays } from "@/db/queries/clients/own-access";
import { getOwnGoodbye } from "@/db/queries/clients/standing";
import { getOwnChartNotes } from "@/db/queries/connection/chart-notes";
import { getOwnAttempts } from "@/db/queries/exercises/own-attempts";
import { getOwnWritten } from "@/db/queries/exercises/own-written";
import { getOwnGoals } from "@/db/queries/goals/goals";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { getAllOwnCorrespondence, type Letter } from "@/db/queries/messages/correspondence";
import { getOwnAgreed } from "@/db/queries/notes/own-agreed";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getOwnPlan } from "@/db/queries/protocol/maintenance-plan";
import { nameOwnReports } from "@/db/queries/reports/own-reports";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { attemptLines } from "@/lib/exercises/attempt-lines";
import type { OwnEntry, OwnLine, OwnPages } from "@/lib/exports/own-pages";
import { signed } from "@/lib/messages/signed";
import { authorize } from "@/lib/policy";
import { maintenancePlanQuestions } from "@/lib/protocol/maintenance-plan";
import { planAsTyped } from "@/lib/protocol/maintenance-plan-form";
import { exerciseIn } from "@/lib/protocol/own-steps";
import { localDate } from "@/lib/time/zone";

const firstDay = "0001-01-01";
/** All that somebody wrote in these weeks: pages show the newest, the file every one. */
const whole = { attempts: 10_000, notes: 10_000 };

/**
 * What the own pages of the client who asks show, for a file. Every part is read by the query of the page that shows it, so the
 * file holds nothing that a page keeps back. That it was made is recorded.
 */
export async function getOwnPages(scope: Scope<ClientActor>): Promise<OwnPages> {
  const { actor, now } = scope;
  authorize(actor, "portal.use");
  const day = (at: Date) => localDate(at, actor.zone);
  const read = await atOnce({
    account: getOwnAccount(scope),
    consents: consentOf(scope, actor.clientId),
    enrolment: enrolmentOf(scope, actor.clientId),
    checks: checksOf(scope),
    attempts: getOwnAttempts(scope, firstDay),
    written: getOwnWritten(scope, whole),
    letters: getAllOwnCorrespondence(scope),
    agreed: getOwnAgreed(scope),
    goals: getOwnGoals(scope),
    chartNotes: getOwnChartNotes(scope),
    plan: getOwnPlan(scope),
    reports: nameOwnReports(scope),
    opened: getOwnAccessDays(scope),
    goodbye: getOwnGoodbye(scope),
    answered: allAnswered(scope),
  });
  const { enrolment, checks, written, letters } = read;
  await recordAudit(scope, "exports.own-taken", { id: actor.clientId, clientId: actor.clientId });
  return {
    clientId: actor.clientId,
    name: read.account.name,
    today: day(now),
    checks: checks.map(({ recordedAt, date: _, ...check }) => ({ ...check, recordedAt: recordedAt.toISOString() })),
    consents: read.consents.map(({ decidedAt, ...one }) => ({ ...one, decidedAt: decidedAt.toISOString() })),
    parts: {
      you: [
        entry(null, "Your account", [line("Name", read.account.name), line("E-mail", read.account.email)]),
        ...(enrolment
          ? [entry(enrolment.countsFrom, "Your weeks", [line("Begin on this day", enrolment.version.title)])]
          : []),
      ],
      agreement: read.consents.map(({ decidedAt, decision, version }) =>
        entry(day(decidedAt), `Version ${version} of the text`, [
          line("You", decision === "agreed" ? "Agreed" : "Took it back"),
        ]),
      ),
      checks: checks.map(({ date, score, note }) =>
        entry(date, "A check", [line("Connected", `${score} of 10`), ...words("Your words", note)]),
      ),
      exercises: read.attempts.map(({ exercise, form, date, outcome }) => {
        const known = enrolment?.version.exercises.find(({ key }) => key === exercise);
        return entry(date, known ? exerciseIn(known, form).title : "An exercise", [line("You", outcomes[outcome])]);
      }),
      afterwards: written.attempts.map(({ date, title, detail, reflection }) =>
        entry(date, title, [...(detail ? attemptLines(detail) : []), ...words("Afterwards", reflection)]),
      ),
      moves: written.moves.map(({ date, situation, instead }) =>
        entry(date, "A distance move", [
          ...words("What was happening", situation),
          ...words("What you did instead", instead),
        ]),
      ),
      answered: read.answered.map(({ date, title, isDiscussed }) =>
        entry(date, title, [line("Sent", isDiscussed ? "You talked about it" : "To your therapist")]),
      ),
      messages: letters.thread.map((one) => letterEntry(one, day)),
      reflections: letters.reflections.map(({ date, exercise, words: own, replies }) =>
        entry(date, exercise, [line("You", own), ...replies.map((one) => line(authorOf(one), one.body))]),
      ),
      together: [
        ...(read.agreed
          ? [entry(day(read.agreed.startsAt), "For next time", [line("Agreed", read.agreed.words)])]
          : []),
        ...read.goals.map((one) => entry(one.agreedOn, "What you want", [line("Your words", one.words)])),
        ...read.chartNotes.map((one) => entry(one.date, "What happened", [line("On your chart", one.words)])),
        ...(read.plan ? [entry(day(read.plan.writtenAt), "Keeping going", planLines(read.plan.plan))] : []),
        ...(read.goodbye?.words
          ? [entry(day(read.goodbye.at), "For the end", [line(read.goodbye.by, read.goodbye.words)])]
          : []),
      ],
      documents: read.reports.map(({ title, by, sentAt }) => entry(day(sentAt), title, [line("From", by)])),
      opened: read.opened.map((date) => entry(date, "Your record", [line("Opened", "By your practice")])),
    },
  };
}

const line = (label: string, words: string): OwnLine => ({ label, words });
const words = (label: string, own: string | null | undefined): OwnLine[] => (own ? [line(label, own)] : []);
const entry = (date: string | null, title: string, lines: readonly OwnLine[]): OwnEntry => ({
  date,
  title,
  lines: lines.map(({ label, words: own }) => line(label, own)),
});

async function checksOf({ actor, tx }: Scope<ClientActor>) {
  const { practiceId, clientId } = actor;
  const rows = await tx
    .select({
      id: connectionCheck.id,
      date: connectionCheck.localDate,
      recordedAt: connectionCheck.recordedAt,
      score: connectionCheck.score,
      noteSealed: connectionCheck.noteSealed,
    })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt), asc(connectionCheck.id));
  return rows.map(({ noteSealed, ...row }) => ({
    ...row,
    note: connectionCheckNote.readOrNull(noteSealed, { practiceId, id: row.id }),
  }));
}

async function allAnswered(scope: Scope<ClientActor>) {
  const first = await listOwnSent(scope);
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page++) rows.push(...(await listOwnSent(scope, page)).rows);
  return rows;
}

const outcomes = { done: "Done", tried: "Tried and stopped", skipped: "Not that day" } as const;

const authorOf = ({ fromClient, author, standsInFor }: Letter) => (fromClient ? "You" : signed(author, standsInFor));

const letterEntry = (letter: Letter, day: (at: Date) => string) =>
  entry(day(letter.sentAt), authorOf(letter), [line("Wrote", letter.body)]);

const planLines = (plan: Parameters<typeof planAsTyped>[0]): OwnLine[] => {
  const typed = planAsTyped(plan);
  return (Object.keys(maintenancePlanQuestions) as (keyof typeof typed)[]).flatMap((part) =>
    words(maintenancePlanQuestions[part], typed[part]),
  );
};
