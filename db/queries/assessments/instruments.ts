import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { instrumentRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { assessment, instrumentVersion } from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import { instrumentArchiving, instrumentLicence, reliabilityChoice } from "@/db/schema/instrument-choices";
import type { Scope } from "@/db/scope";
import { versionOfSitting } from "@/db/sitting-joins";
import type { StaffActor } from "@/lib/actor";
import { dimensionForms } from "@/lib/assessments/dimension";
import type { Instrument } from "@/lib/assessments/instrument";
import { isInstrumentKey } from "@/lib/assessments/instrument-shape";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";

export type InstrumentVersion = { id: string; version: number; instrument: Instrument; publishedAt: Date | null };

/** One instrument on the shelf: the version in use, if there is one, and the draft, if there is one. */
export type InstrumentEntry = { key: string; current: InstrumentVersion | null; draft: InstrumentVersion | null };

/** One on the shelf of the library, which also has what was put away. */
export type ShelvedInstrument = InstrumentEntry & { isArchived: boolean };

const columns = {
  id: instrumentVersion.id,
  key: instrumentVersion.key,
  version: instrumentVersion.version,
  instrument: instrumentRead,
  publishedAt: instrumentVersion.publishedAt,
};

const archiving = alias(instrumentArchiving, "archiving");

/** The newest word of the practice about an instrument, in the statement that reads its versions. */
const isArchived = qualified<boolean>`coalesce((select ${archiving.isArchived} from ${instrumentArchiving} ${archiving}
  where ${archiving.practiceId} = ${instrumentVersion.practiceId} and ${archiving.instrumentKey} = ${instrumentVersion.key}
  order by ${archiving.decidedAt} desc limit 1), false)`;

/** Every instrument that the practice offers, by title. What was put away is on the shelf of the library alone. */
export async function listInstruments(scope: Scope<StaffActor>): Promise<InstrumentEntry[]> {
  return (await listShelf(scope)).filter((entry) => !entry.isArchived);
}

/** Every instrument of the practice, by title. */
export async function listShelf({ actor, tx }: Scope<StaffActor>): Promise<ShelvedInstrument[]> {
  authorize(actor, "assessments.assign");
  const rows = await tx
    .select({ ...columns, isArchived })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), isNull(instrumentVersion.discardedAt)))
    .orderBy(asc(instrumentVersion.title), desc(instrumentVersion.version));
  const shelf = new Map<string, ShelvedInstrument>();
  for (const { key, isArchived: isAway, ...row } of rows) {
    const entry = shelf.get(key) ?? { key, current: null, draft: null, isArchived: isAway };
    if (row.publishedAt) entry.current ??= row;
    else entry.draft ??= row;
    shelf.set(key, entry);
  }
  return [...shelf.values()];
}

const steps = sql<number>`jsonb_array_length(${instrumentVersion.earlier})`;
const lastDid = sql<string | null>`${instrumentVersion.earlier} -> -1 ->> 'did'`;

const lastStepOf = (draft: { steps: number; lastDid: string | null } | undefined) =>
  draft && draft.lastDid !== null ? { count: draft.steps, did: draft.lastDid } : null;

export type InstrumentPage = InstrumentEntry & {
  versions: { version: number; publishedAt: Date | null }[];
  licence: { note: string; by: string; at: Date } | null;
  usesOwnData: boolean;
  /** How many sittings were sent in, over all versions. */
  answered: number;
  isArchived: boolean;
  /** The draft that was given up last, where nothing came after it: it can be taken back. */
  discarded: { version: number; by: string; at: Date | null } | null;
  /** The last step in the draft, which can be taken back; null when there is none. */
  lastStep: { count: number; did: string } | null;
};

/** One instrument with its versions and what the practice has said about it. */
export async function getInstrument({ actor, tx }: Scope<StaffActor>, key: string): Promise<InstrumentPage> {
  authorize(actor, "assessments.assign");
  if (!isInstrumentKey(key)) throw new NotFound();
  const { practiceId } = actor;
  const { rows, discards, licences, counts, isOwnData } = await atOnce({
    rows: tx
      .select({ ...columns, isArchived, steps, lastDid })
      .from(instrumentVersion)
      .where(
        and(
          eq(instrumentVersion.practiceId, practiceId),
          eq(instrumentVersion.key, key),
          isNull(instrumentVersion.discardedAt),
        ),
      )
      .orderBy(desc(instrumentVersion.version)),
    discards: tx
      .select({ version: instrumentVersion.version, by: account.name, at: instrumentVersion.discardedAt })
      .from(instrumentVersion)
      .innerJoin(
        account,
        and(eq(account.practiceId, instrumentVersion.practiceId), eq(account.id, instrumentVersion.discardedBy)),
      )
      .where(and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.key, key)))
      .orderBy(desc(instrumentVersion.version))
      .limit(1),
    licences: tx
      .select({ note: instrumentLicence.note, by: account.name, at: instrumentLicence.recordedAt })
      .from(instrumentLicence)
      .innerJoin(
        account,
        and(eq(account.practiceId, instrumentLicence.practiceId), eq(account.id, instrumentLicence.recordedBy)),
      )
      .where(and(eq(instrumentLicence.practiceId, practiceId), eq(instrumentLicence.instrumentKey, key)))
      .orderBy(desc(instrumentLicence.recordedAt))
      .limit(1),
    counts: tx
      .select({ answered: sql<number>`count(*)::int` })
      .from(assessment)
      .innerJoin(instrumentVersion, versionOfSitting)
      .where(
        and(eq(assessment.practiceId, practiceId), eq(instrumentVersion.key, key), isNotNull(assessment.submittedAt)),
      ),
    isOwnData: usesOwnData({ actor, tx }, key),
  });
  if (rows.length === 0) throw new NotFound();
  const read = (row: (typeof rows)[number] | undefined): InstrumentVersion | null =>
    row ? { id: row.id, version: row.version, publishedAt: row.publishedAt, instrument: row.instrument } : null;
  return {
    key,
    current: read(rows.find((row) => row.publishedAt !== null)),
    draft: read(rows.find((row) => row.publishedAt === null)),
    versions: rows.map(({ version, publishedAt }) => ({ version, publishedAt })),
    licence: licences[0] ?? null,
    usesOwnData: isOwnData,
    answered: counts[0]?.answered ?? 0,
    isArchived: rows[0]?.isArchived ?? false,
    discarded: rows.every(({ version }) => version < (discards[0]?.version ?? 0)) ? (discards[0] ?? null) : null,
    lastStep: lastStepOf(rows.find((row) => row.publishedAt === null)),
  };
}

/** Whether the owner has chosen to judge change on this instrument by the practice's own data. */
export async function usesOwnData(
  { actor, tx }: Pick<Scope<StaffActor>, "actor" | "tx">,
  key: string,
): Promise<boolean> {
  const [choice] = await tx
    .select({ usesOwnData: reliabilityChoice.usesOwnData })
    .from(reliabilityChoice)
    .where(and(eq(reliabilityChoice.practiceId, actor.practiceId), eq(reliabilityChoice.instrumentKey, key)))
    .orderBy(desc(reliabilityChoice.chosenAt))
    .limit(1);
  return choice?.usesOwnData ?? false;
}

/** The forms of the five dimensions for which the owner has chosen so. */
export async function formsJudgedByOwnData({ actor, tx }: Scope<StaffActor>): Promise<ReadonlySet<string>> {
  const choices = await tx
    .selectDistinctOn([reliabilityChoice.instrumentKey], {
      key: reliabilityChoice.instrumentKey,
      usesOwnData: reliabilityChoice.usesOwnData,
    })
    .from(reliabilityChoice)
    .where(
      and(
        eq(reliabilityChoice.practiceId, actor.practiceId),
        inArray(reliabilityChoice.instrumentKey, [...dimensionForms]),
      ),
    )
    .orderBy(reliabilityChoice.instrumentKey, desc(reliabilityChoice.chosenAt));
  return new Set(choices.filter((choice) => choice.usesOwnData).map(({ key }) => key));
}
