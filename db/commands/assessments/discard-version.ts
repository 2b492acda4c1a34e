import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { instrumentVersion } from "../../schema/assessments";
import type { Scope } from "../../scope";

/** Gives the draft of a next version up. The version in use stays, and the draft is kept to be taken back. */
export async function discardNextVersion(scope: Scope<StaffActor>, key: string): Promise<void> {
  const { actor, now } = scope;
  authorize(actor, "assessments.edit-instrument");
  const rows = await lockVersions(scope, key);
  const draft = rows.find(({ publishedAt, discardedAt }) => publishedAt === null && discardedAt === null);
  if (!draft) throw new Refused("There is no draft to discard.");
  if (!rows.some(({ publishedAt }) => publishedAt !== null))
    throw new Refused("Nothing of it is published yet. Put it away instead.");
  await mark(scope, draft.id, { discardedAt: now, discardedBy: actor.accountId });
  await recordAudit(scope, "instruments.draft-discarded", { id: draft.id });
}

/** Takes the draft back that was given up last, as it was, unless another was begun or published since. */
export async function takeDraftBack(scope: Scope<StaffActor>, key: string): Promise<void> {
  authorize(scope.actor, "assessments.edit-instrument");
  const [newest] = await lockVersions(scope, key);
  if (newest?.discardedAt == null)
    throw new Refused("Another version was begun since. The draft that was discarded stays as it is.");
  await mark(scope, newest.id, { discardedAt: null, discardedBy: null });
  await recordAudit(scope, "instruments.draft-taken-back", { id: newest.id });
}

async function lockVersions({ actor, tx }: Scope<StaffActor>, key: string) {
  const { id, publishedAt, discardedAt } = instrumentVersion;
  const rows = await tx
    .select({ id, publishedAt, discardedAt })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.key, key)))
    .orderBy(desc(instrumentVersion.version))
    .for("update");
  if (rows.length === 0) throw new NotFound();
  return rows;
}

const mark = (
  { actor, tx }: Scope<StaffActor>,
  id: string,
  as: { discardedAt: Date | null; discardedBy: string | null },
) =>
  tx
    .update(instrumentVersion)
    .set(as)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.id, id)));
