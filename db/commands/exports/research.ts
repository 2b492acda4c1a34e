import { and, eq, isNull, lt, or } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { box, makeBoxKeys } from "@/db/boxed";
import { provePassword } from "@/db/commands/identity/prove-identity";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import {
  researchExport,
  researchExportPrivateKey,
  researchExportPurpose,
  researchFile as researchFileTable,
} from "@/db/schema/exports";
import type { Scope } from "@/db/scope";
import type { StaffActor, SystemActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import type { ResearchFile, ResearchForm, SmallGroup } from "@/lib/exports/research";
import { authorize } from "@/lib/policy";

/** How long a research file can be taken. */
export const researchHours = 24;
/** A worker that says nothing for so long has died with it. */
const SILENT_MS = 5 * 60_000;

/**
 * Asks for research data, once the password was typed again; a worker makes the file. `problem` is an answer: the try stays
 * counted. Sent twice, it is asked once, and one is made at a time.
 */
export async function askResearch(
  scope: Scope<StaffActor>,
  { id, purpose, "columns[]": columns, "parts[]": parts, mark, password }: ResearchForm,
  { limitSecret }: { limitSecret: string },
): Promise<{ problem: string } | { id: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "exports.research");
  const { practiceId } = actor;
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  const [waiting] = await tx
    .select({ id: researchExport.id })
    .from(researchExport)
    .where(and(eq(researchExport.practiceId, practiceId), isNull(researchExport.endedAt)))
    .limit(1);
  if (waiting?.id === id) return { id };
  if (waiting) throw new Refused("One is being made already. Wait until it is ready; nothing was asked for now.");
  const keys = await makeBoxKeys();
  const added = await tx
    .insert(researchExport)
    .values({
      ...{ practiceId, id, columns: [...new Set(columns)], parts: [...new Set(parts)], hasMark: mark === "yes" },
      purposeSealed: researchExportPurpose.seal(purpose, { practiceId, id }),
      publicKey: keys.publicKey,
      privateKeySealed: researchExportPrivateKey.seal(keys.privateKey, { practiceId, id }),
      ...{ askedBy: actor.accountId, askedAt: now, done: 0 },
    })
    .onConflictDoNothing()
    .returning({ id: researchExport.id });
  if (added.length > 0) await recordAudit(scope, "exports.research-asked", { id });
  return { id };
}

export type TakenResearch = Pick<
  typeof researchExport.$inferSelect,
  "id" | "askedBy" | "askedAt" | "columns" | "parts" | "publicKey"
>;

/** One that waits, for the worker that asks first; null where there is none. One that died with a worker waits again. */
export async function takeUpResearch({ actor, tx, now }: Scope<SystemActor>): Promise<TakenResearch | null> {
  const { practiceId } = actor;
  const isFree = or(isNull(researchExport.takenAt), lt(researchExport.takenAt, new Date(now.getTime() - SILENT_MS)));
  const [row] = await tx
    .select({
      ...{ id: researchExport.id, askedBy: researchExport.askedBy, askedAt: researchExport.askedAt },
      ...{ columns: researchExport.columns, parts: researchExport.parts, publicKey: researchExport.publicKey },
    })
    .from(researchExport)
    .where(and(eq(researchExport.practiceId, practiceId), isNull(researchExport.endedAt), isFree))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!row) return null;
  await tx
    .update(researchExport)
    .set({ takenAt: now, done: 0 })
    .where(and(eq(researchExport.practiceId, practiceId), eq(researchExport.id, row.id)));
  return row;
}

/** How far it is, for whoever looks at the page. */
export async function keepResearchProgress(
  { actor, tx, now }: Scope<SystemActor>,
  { id, done, total }: { id: string; done: number; total: number },
): Promise<void> {
  await tx
    .update(researchExport)
    .set({ takenAt: now, done, total })
    .where(
      and(eq(researchExport.practiceId, actor.practiceId), eq(researchExport.id, id), isNull(researchExport.endedAt)),
    );
}

export type ResearchEnd = { file: ResearchFile } | { refusal: SmallGroup["about"][] };

/** Keeps the file, closed, or why none was made, and writes to whoever asked. Done twice, it is kept once. */
export async function endResearch(
  scope: Scope<SystemActor>,
  { id, askedBy, publicKey }: Pick<TakenResearch, "id" | "askedBy" | "publicKey">,
  end: ResearchEnd,
): Promise<boolean> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const people = "file" in end ? end.file.people.length : null;
  const ended = await tx
    .update(researchExport)
    .set({ endedAt: now, refusal: "refusal" in end ? end.refusal : null, people })
    .where(and(eq(researchExport.practiceId, practiceId), eq(researchExport.id, id), isNull(researchExport.endedAt)))
    .returning({ id: researchExport.id });
  if (ended.length === 0) return false;
  if ("file" in end) {
    const content = Buffer.from(JSON.stringify(end.file));
    await tx.insert(researchFileTable).values({
      ...{ practiceId, id, bytes: content.length, content: await box(content, publicKey) },
      endsAt: new Date(now.getTime() + researchHours * 3_600_000),
    });
    await recordAudit(scope, "exports.research-made", { id });
  } else await recordAudit(scope, "exports.research-refused", { id });
  await queueLetter(scope, { accountId: askedBy, about: { kind: "research-ended", id } });
  return true;
}
