import { randomUUID } from "node:crypto";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import type { StaffActor } from "@/lib/actor";
import { type EarlierDraft, withEarlier } from "@/lib/assessments/build/earlier";
import type { Instrument } from "@/lib/assessments/instrument";
import type { AuditAction } from "@/lib/audit/actions";
import { NotFound, Refused } from "@/lib/errors";
import { keyOfTitle } from "@/lib/key-of-title";
import { canonical } from "@/lib/shipped/canonical";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import { practice } from "../../schema/identity";
import type { Scope } from "../../scope";

export type LockedDraft = {
  id: string;
  version: number;
  instrument: Instrument;
  earlier: EarlierDraft[];
  /** Every version of it, the draft among them: what they called their questions and scales is not used again. */
  versions: Instrument[];
};

/** The draft of an instrument, locked. A published version never changes, so without a draft there is nothing to edit. */
export async function lockDraft({ actor, tx }: Scope<StaffActor>, key: string): Promise<LockedDraft> {
  const rows = await tx
    .select({
      id: instrumentVersion.id,
      version: instrumentVersion.version,
      instrument: instrumentRead,
      publishedAt: instrumentVersion.publishedAt,
      discardedAt: instrumentVersion.discardedAt,
      earlier: instrumentVersion.earlier,
    })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.key, key)))
    .orderBy(desc(instrumentVersion.version))
    .for("update");
  const [newest] = rows;
  if (!newest) throw new NotFound();
  const draft = rows.find(({ publishedAt, discardedAt }) => publishedAt === null && discardedAt === null);
  if (!draft) throw new Refused("This version is published and stays as it is. Start a new version to change it.");
  const { id, version, instrument, earlier } = draft;
  return { id, version, instrument, earlier, versions: rows.map((row) => row.instrument) };
}

/** Writes a draft's definition, whatever was changed in it. `did`: the step in words, for whoever may take it back. */
export async function keepDraft(
  scope: Scope<StaffActor>,
  { id, instrument: before, earlier }: LockedDraft,
  instrument: Instrument,
  action: AuditAction,
  did: string,
): Promise<void> {
  const steps = canonical(before) === canonical(instrument) ? earlier : withEarlier(earlier, did, before);
  await writeDraft(scope, id, instrument, steps, action);
}

export async function writeDraft(
  scope: Scope<StaffActor>,
  id: string,
  instrument: Instrument,
  earlier: EarlierDraft[],
  action: AuditAction,
): Promise<void> {
  const { actor, tx } = scope;
  await tx
    .update(instrumentVersion)
    .set({ definition: instrument, title: instrument.title, earlier })
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.id, id),
        isNull(instrumentVersion.publishedAt),
      ),
    );
  await recordAudit(scope, action, { id });
}

/** A new draft row. Two people who start one at the same moment get one. */
export async function addDraft(
  scope: Scope<StaffActor>,
  instrument: Instrument,
  action: AuditAction,
): Promise<{ key: string }> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  const { rowCount } = await tx
    .insert(instrumentVersion)
    .values({
      practiceId: actor.practiceId,
      id,
      key: instrument.key,
      version: instrument.version,
      title: instrument.title,
      definition: instrument,
      createdAt: now,
    })
    .onConflictDoNothing();
  if (rowCount) await recordAudit(scope, action, { id });
  return { key: instrument.key };
}

/** A key that nothing in this practice has, as close to the title as it can be. The practice's row serialises it. */
export async function freeKey({ actor, tx }: Scope<StaffActor>, title: string): Promise<string> {
  await tx
    .select({ id: practice.practiceId })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId))
    .for("no key update");
  const plain = keyOfTitle(title, new Set(), "assessment");
  const rows = await tx
    .selectDistinct({ key: instrumentVersion.key })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), sql`${instrumentVersion.key} like ${`${plain}%`}`));
  return keyOfTitle(title, new Set(rows.map(({ key }) => key)), "assessment");
}

/** The version of an instrument that is in use. */
export async function newestPublished({ actor, tx }: Scope<StaffActor>, named: string): Promise<Instrument> {
  const [row] = await tx
    .select({ instrument: instrumentRead })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.key, named),
        isNotNull(instrumentVersion.publishedAt),
      ),
    )
    .orderBy(desc(instrumentVersion.version))
    .limit(1);
  if (!row) throw new NotFound();
  return row.instrument;
}

/** The highest number of a draft that was given up; 0 for none. */
export async function lastDiscarded({ actor, tx }: Scope<StaffActor>, named: string): Promise<number> {
  const [row] = await tx
    .select({ version: sql<number>`coalesce(max(${instrumentVersion.version}), 0)::int` })
    .from(instrumentVersion)
    .where(
      and(
        eq(instrumentVersion.practiceId, actor.practiceId),
        eq(instrumentVersion.key, named),
        isNotNull(instrumentVersion.discardedAt),
      ),
    );
  return row?.version ?? 0;
}
