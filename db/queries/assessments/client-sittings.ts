import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { assessmentImport } from "@/db/schema/assessment-import";
import {
  assessment,
  assessmentAnswer,
  assessmentWithdrawal,
  assessmentWithdrawalReason,
  instrumentVersion,
} from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { isSafety, versionOfSitting, withdrawalOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { PAGE_ROWS, type Paged, placeOfPage } from "@/lib/paging";

const answer = alias(assessmentAnswer, "an");
const importer = alias(account, "importer");

export type ClientSitting = {
  id: string;
  key: string;
  title: string;
  version: number;
  /** Safety questions: asked in a check, with sittings of their own. */
  isSafety: boolean;
  weekNumber: number | null;
  opensOn: string;
  dueOn: string | null;
  expiresOn: string | null;
  startedAt: Date | null;
  submittedAt: Date | null;
  reviewedAt: Date | null;
  discussedAt: Date | null;
  answered: number;
  /** Brought in from a file, by whom and when: the client did not answer it here. */
  broughtIn: { by: string; at: Date } | null;
  withdrawal: { kind: "cancelled" | "voided"; reason: string | null; by: string; at: Date } | null;
};

/** Sent in, newest first; asked for and not sent in, next first and what closed unanswered last; taken back, newest first. */
export type SittingLists = Record<SittingList, Paged<ClientSitting>>;
export type SittingList = "answered" | "open" | "withdrawn";
export type SittingPages = Record<SittingList, number>;

export const firstPages: SittingPages = { answered: 1, open: 1, withdrawn: 1 };

/** One page of each list of a client whom the caller has looked up in scope. `today` is the client's. */
export async function sittingLists(
  scope: Scope<StaffActor>,
  { clientId, today, pages }: { clientId: string; today: string; pages: SittingPages },
): Promise<SittingLists> {
  const totals = await totalsOf(scope, clientId);
  const read = async (list: SittingList): Promise<Paged<ClientSitting>> => {
    const total = totals[list];
    const { offset, ...place } = placeOfPage(total, pages[list]);
    if (total === 0) return { rows: [], total, ...place };
    const { where, orderBy } = listings(today)[list];
    const rows = await sittings(scope, and(eq(assessment.clientId, clientId), where))
      // One day often holds several: what was asked for first comes first, then by name, and never by chance.
      .orderBy(...orderBy, asc(assessment.assignedAt), asc(instrumentVersion.title), asc(assessment.occasion))
      .limit(PAGE_ROWS)
      .offset(offset);
    return { rows: rows.map((row) => readSitting(scope, row)), total, ...place };
  };
  return atOnce({ answered: read("answered"), open: read("open"), withdrawn: read("withdrawn") });
}

const stands = isNull(assessmentWithdrawal.id);

const listings = (today: string): Record<SittingList, { where: SQL | undefined; orderBy: SQL[] }> => ({
  answered: { where: and(stands, isNotNull(assessment.submittedAt)), orderBy: [desc(assessment.submittedAt)] },
  open: {
    where: and(stands, isNull(assessment.submittedAt)),
    // What can be answered now comes by its due day, and what opens later by its opening, as the list says of each.
    orderBy: [
      sql`coalesce(${assessment.expiresOn} < ${today}, false)`,
      sql`greatest(${assessment.opensOn}, ${today}::date)`,
      asc(assessment.dueOn),
    ],
  },
  withdrawn: { where: isNotNull(assessmentWithdrawal.id), orderBy: [desc(assessmentWithdrawal.withdrawnAt)] },
});

async function totalsOf({ actor, tx }: Scope<StaffActor>, clientId: string): Promise<Record<SittingList, number>> {
  const [totals] = await tx
    .select({
      answered: sql<number>`(count(*) filter (where ${stands} and ${assessment.submittedAt} is not null))::int`,
      open: sql<number>`(count(*) filter (where ${stands} and ${assessment.submittedAt} is null))::int`,
      withdrawn: sql<number>`count(${assessmentWithdrawal.id})::int`,
    })
    .from(assessment)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .where(and(eq(assessment.practiceId, actor.practiceId), eq(assessment.clientId, clientId)));
  return totals ?? { answered: 0, open: 0, withdrawn: 0 };
}

/** One sitting of a client whom the caller has looked up in scope. */
export async function oneSitting(scope: Scope<StaffActor>, clientId: string, id: string): Promise<ClientSitting> {
  const [row] = await sittings(scope, and(eq(assessment.clientId, clientId), eq(assessment.id, id)));
  if (!row) throw new NotFound();
  return readSitting(scope, row);
}

function sittings({ actor, tx }: Scope<StaffActor>, which: SQL | undefined) {
  return tx
    .select({
      id: assessment.id,
      key: instrumentVersion.key,
      title: instrumentVersion.title,
      version: instrumentVersion.version,
      isSafety: sql<boolean>`coalesce(${isSafety}, false)`,
      weekNumber: assessment.weekNumber,
      opensOn: assessment.opensOn,
      dueOn: assessment.dueOn,
      expiresOn: assessment.expiresOn,
      startedAt: assessment.startedAt,
      submittedAt: assessment.submittedAt,
      reviewedAt: assessment.reviewedAt,
      discussedAt: assessment.discussedAt,
      answered: qualified<number>`(select count(distinct ${answer.itemId})::int from ${assessmentAnswer} ${answer}
        where ${answer.practiceId} = ${assessment.practiceId} and ${answer.assessmentId} = ${assessment.id})`,
      importedAt: assessmentImport.importedAt,
      importedBy: importer.name,
      withdrawalId: assessmentWithdrawal.id,
      kind: assessmentWithdrawal.kind,
      reasonSealed: assessmentWithdrawal.reasonSealed,
      withdrawnAt: assessmentWithdrawal.withdrawnAt,
      withdrawnBy: account.name,
    })
    .from(assessment)
    .innerJoin(instrumentVersion, versionOfSitting)
    .leftJoin(assessmentWithdrawal, withdrawalOfSitting)
    .leftJoin(
      account,
      and(eq(account.practiceId, assessment.practiceId), eq(account.id, assessmentWithdrawal.withdrawnBy)),
    )
    .leftJoin(
      assessmentImport,
      and(eq(assessmentImport.practiceId, assessment.practiceId), eq(assessmentImport.assessmentId, assessment.id)),
    )
    .leftJoin(
      importer,
      and(eq(importer.practiceId, assessment.practiceId), eq(importer.id, assessmentImport.importedBy)),
    )
    .where(and(eq(assessment.practiceId, actor.practiceId), which))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof sittings>>[number];

function readSitting({ actor }: Scope<StaffActor>, row: Row): ClientSitting {
  const { withdrawalId, kind, reasonSealed, withdrawnAt, withdrawnBy, importedAt, importedBy, ...asked } = row;
  const sitting = { ...asked, broughtIn: importedAt && { by: importedBy ?? "", at: importedAt } };
  if (!withdrawalId || !kind || !withdrawnAt) return { ...sitting, withdrawal: null };
  const { practiceId } = actor;
  const reason = assessmentWithdrawalReason.readOrNull(reasonSealed, { practiceId, id: withdrawalId });
  return { ...sitting, withdrawal: { kind, reason, by: withdrawnBy ?? "", at: withdrawnAt } };
}
