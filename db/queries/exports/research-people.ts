import { and, asc, eq, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import { newestConsent } from "@/db/queries/clients/newest-consent";
import { isRemoved } from "@/db/queries/clients/standing";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { assessment, assessmentWithdrawal, instrumentVersion } from "@/db/schema/assessments";
import { client, couple } from "@/db/schema/clients";
import { connectionCheck } from "@/db/schema/connection";
import { exerciseAttempt } from "@/db/schema/exercises";
import { protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import { scoresOf } from "@/db/scores-of";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import { visibleClients } from "@/db/visibility";
import type { SystemActor } from "@/lib/actor";
import { shownScore } from "@/lib/assessments/score-set";
import { atOnce } from "@/lib/at-once";
import { whyNotFull } from "@/lib/exports/missing";
import type { ResearchPart, ResearchPerson, ResearchValue } from "@/lib/exports/research";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { versionName } from "@/lib/protocol/version-name";
import { daysBetween, type LocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { askerOf } from "./asker";

type Read = Scope<SystemActor>;

/**
 * Everybody whose weeks have begun, who agreed and has not taken it back, and whose record the asker reads: of whom an owner is
 * never to be told is in no figure either. In no order that means anything. Null where the asker may ask no longer.
 */
export async function researchClients(scope: Read, askedBy: string): Promise<string[] | null> {
  const asker = await askerOf(scope, askedBy);
  if (asker?.role !== "owner") return null;
  const rows = await scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients({ ...scope, actor: asker }), not(isRemoved), sql`${newestConsent} = 'agreed'`))
    .orderBy(client.id);
  return rows.map(({ id }) => id);
}

/** One of them, as far as a research file may know them; null before their weeks. Nothing that is sealed is read. */
export async function researchPerson(
  scope: Read,
  clientId: string,
  parts: ReadonlySet<ResearchPart>,
): Promise<ResearchPerson | null> {
  const { tx, actor, now } = scope;
  const enrolment = await enrolmentOf(scope, clientId);
  if (!enrolment || enrolment.waits) return null;
  const today = localDate(now, enrolment.zone);
  if (enrolment.countsFrom > today) return null;
  const ofPractice = eq(couple.practiceId, actor.practiceId);
  const read = await atOnce({
    linked: tx
      .select({ id: couple.id })
      .from(couple)
      .where(
        and(
          ofPractice,
          isNull(couple.endedAt),
          or(eq(couple.firstClientId, clientId), eq(couple.secondClientId, clientId)),
        ),
      )
      .limit(1),
    versions: tx
      .select({ key: protocolVersion.key, title: protocolVersion.title, version: protocolVersion.version })
      .from(protocolVersion)
      .where(
        and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, enrolment.protocolVersionId)),
      ),
    checks: parts.has("checks") ? checksOf(scope, clientId) : [],
    scores: parts.has("scores") ? scoreValues(scope, clientId) : [],
    attempts: parts.has("practice") ? attemptsOf(scope, clientId) : [],
  });
  const { progress } = pathTodayOf(enrolment, today);
  const [version] = read.versions;
  return {
    about: {
      protocol: version ? versionName(version) : enrolment.version.title,
      partner: read.linked.length > 0 ? "a partner is linked" : "no partner is linked",
      standing: standings[progress.state],
    },
    values: inWeeks([...read.checks, ...read.scores, ...read.attempts], enrolment.countsFrom),
  };
}

const standings = {
  "not-started": "weeks run",
  week: "weeks run",
  "on-hold": "weeks run",
  paused: "weeks run",
  ended: "weeks ended early",
  finished: "weeks gone through",
} as const;

type Dated = Omit<ResearchValue, "week" | "occasion"> & { date: LocalDate };

/** Days become weeks, and several of one week numbers: a day would find somebody again. */
function inWeeks(values: readonly Dated[], from: LocalDate): ResearchValue[] {
  const seen = new Map<string, number>();
  return values.map(({ date, ...value }) => {
    const week = Math.max(0, Math.floor(daysBetween(from, date) / 7) + 1);
    const key = JSON.stringify([week, value.measure, value.version, value.form, value.variable]);
    const occasion = (seen.get(key) ?? 0) + 1;
    seen.set(key, occasion);
    return { week, occasion, ...value };
  });
}

const plain = { version: null, form: null, text: null, status: "given", reason: null } as const;

async function checksOf({ actor, tx }: Read, clientId: string): Promise<Dated[]> {
  const rows = await tx
    .select({ date: connectionCheck.localDate, value: connectionCheck.score })
    .from(connectionCheck)
    .where(and(eq(connectionCheck.practiceId, actor.practiceId), eq(connectionCheck.clientId, clientId)))
    .orderBy(asc(connectionCheck.recordedAt));
  return rows.map((row) => ({
    ...plain,
    ...row,
    ...{ kind: "check", measure: "connection-check", variable: "closeness" },
  }));
}

async function scoreValues({ actor, tx }: Read, clientId: string): Promise<Dated[]> {
  const rows = await tx
    .select({
      date: assessment.localDate,
      instrument: instrumentRead,
      scores: scoresOf(assessment.practiceId, sql`${assessment.id}`),
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(
      and(
        eq(assessment.practiceId, actor.practiceId),
        eq(assessment.clientId, clientId),
        isNotNull(assessment.submittedAt),
        isNull(assessmentWithdrawal.id),
        sql`not coalesce(${isSafety}, false)`,
      ),
    )
    .orderBy(asc(assessment.submittedAt));
  return rows.flatMap(({ date, instrument, scores }) =>
    scores.flatMap((kept): Dated[] => {
      const scale = instrument.scales.find(({ key }) => key === kept.scale);
      if (!date || !scale) return [];
      return [
        {
          ...{ date, kind: "score", measure: instrument.key, version: instrument.version },
          ...{ form: kept.form, variable: kept.scale, text: null },
          value: kept.score === null ? null : shownScore(kept.score, scale),
          status: kept.status === "unscored" ? "missing" : kept.status,
          reason: whyNotFull(kept),
        },
      ];
    }),
  );
}

/** Whether it was done with the partner is not told: who does own steps, and when, may come of a stop. */
async function attemptsOf({ actor, tx }: Read, clientId: string): Promise<Dated[]> {
  const rows = await tx
    .select({
      ...{ date: exerciseAttempt.localDate, measure: exerciseAttempt.exerciseKey, outcome: exerciseAttempt.outcome },
      ...{ before: exerciseAttempt.anxietyBefore, after: exerciseAttempt.anxietyAfter },
      howItWent: exerciseAttempt.howItWent,
    })
    .from(exerciseAttempt)
    .where(and(eq(exerciseAttempt.practiceId, actor.practiceId), eq(exerciseAttempt.clientId, clientId)))
    .orderBy(asc(exerciseAttempt.recordedAt), asc(exerciseAttempt.id));
  return rows.flatMap(({ date, measure, outcome, before, after, howItWent }) => {
    const base = { ...plain, date, kind: "exercise" as const, measure };
    const numbers = { "anxiety-before": before, "anxiety-after": after, "how-it-went": howItWent };
    return [
      { ...base, variable: "outcome", value: null, text: outcome },
      ...Object.entries(numbers).flatMap(([variable, value]) => (value === null ? [] : [{ ...base, variable, value }])),
    ];
  });
}
