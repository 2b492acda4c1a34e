import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { instrumentRead } from "@/db/definitions";
import type { StaffActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import type { AuditAction } from "@/lib/audit/actions";
import { NotFound, Refused } from "@/lib/errors";
import { keyOfTitle } from "@/lib/key-of-title";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import { practice } from "../../schema/identity";
import type { Scope } from "../../scope";

/** The draft of an instrument, locked. A published version never changes, so without a draft there is nothing to edit. */
export async function lockDraft({ actor, tx }: Scope<StaffActor>, key: string) {
  const rows = await tx
    .select({
      id: instrumentVersion.id,
      version: instrumentVersion.version,
      instrument: instrumentRead,
      publishedAt: instrumentVersion.publishedAt,
    })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.key, key)))
    .orderBy(desc(instrumentVersion.version))
    .for("update");
  const [newest] = rows;
  if (!newest) throw new NotFound();
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  if (!draft) throw new Refused("This version is published and stays as it is. Start a new version to change it.");
  return { id: draft.id, version: draft.version, instrument: draft.instrument };
}

/** Writes a draft's definition, whatever was changed in it. */
export async function keepDraft(
  scope: Scope<StaffActor>,
  id: string,
  instrument: Instrument,
  action: AuditAction,
): Promise<void> {
  const { actor, tx } = scope;
  await tx
    .update(instrumentVersion)
    .set({ definition: instrument, title: instrument.title })
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
