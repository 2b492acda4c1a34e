import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { protocolRead } from "@/db/definitions";
import { revisionOf } from "@/db/queries/protocol/protocol-versions";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { EditFields } from "@/lib/protocol/edit-fields";
import { editedVersion } from "@/lib/protocol/edit-form";
import type { EditStep } from "@/lib/protocol/edit-step";
import { restructured } from "@/lib/protocol/edit-structure";
import { ownProtocolKey } from "@/lib/protocol/version-name";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

/** A draft to edit, with the content of the version that is copied. There is one draft at a time. */
export async function copyVersion(scope: Scope<StaffActor>, versionId: string): Promise<{ versionId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  const { practiceId } = actor;
  await tx
    .select({ id: practice.practiceId })
    .from(practice)
    .where(eq(practice.practiceId, practiceId))
    .for("no key update");
  const [draft] = await tx
    .select({ id: protocolVersion.id })
    .from(protocolVersion)
    .where(
      and(
        eq(protocolVersion.practiceId, practiceId),
        isNull(protocolVersion.publishedAt),
        isNull(protocolVersion.discardedAt),
      ),
    );
  if (draft) throw new Refused("There is a draft already. Publish it first, or go on editing it.");
  const source = await load(scope, versionId);
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${protocolVersion.version}), 0)::int` })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, practiceId), eq(protocolVersion.key, ownProtocolKey)));
  const id = randomUUID();
  const definition = { ...source.definition, key: ownProtocolKey };
  await tx.insert(protocolVersion).values({
    practiceId,
    id,
    key: ownProtocolKey,
    version: (last?.version ?? 0) + 1,
    title: source.title,
    definition,
    publishedAt: null,
    createdBy: actor.accountId,
    createdAt: now,
  });
  await recordAudit(scope, "protocol.version-copied", { id });
  return { versionId: id };
}

export type DraftEdit = { versionId: string; revision: string; step: EditStep; fields: EditFields };

/**
 * Keeps what the form says, then does what its button asks. What does not fit together is refused, field by field, and
 * so is a form that was opened before the draft became what it is now: its weeks may stand elsewhere.
 */
export async function editDraft(
  scope: Scope<StaffActor>,
  { versionId, revision, step, fields }: DraftEdit,
): Promise<{ place: string }> {
  const { actor, tx } = scope;
  authorize(actor, "protocol.edit");
  const draft = await loadDraft(scope, versionId, revision);
  const edited = editedVersion(draft.definition, fields);
  if (!edited.version) throw refusal(edited.faults);
  const result = restructured(edited.version, step, fields, `own-${randomUUID().slice(0, 8)}`);
  if ("faults" in result) throw refusal(result.faults);
  const { version, place } = result;
  await tx
    .update(protocolVersion)
    .set({ title: version.title, definition: version })
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)));
  await recordAudit(scope, "protocol.draft-saved", { id: versionId });
  return { place };
}

const refusal = (faults: Readonly<Record<string, string>>) =>
  new Refused(faults.form ?? "Nothing was kept yet. Please look at the fields marked below.", faults);

type Chosen = { versionId: string; revision: string };

/** From now on new enrolments start with it. Those that run keep theirs; it never changes again. */
export async function publishVersion(scope: Scope<StaffActor>, { versionId, revision }: Chosen): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  await loadDraft(scope, versionId, revision);
  await tx
    .update(protocolVersion)
    .set({ publishedAt: now, publishedBy: actor.accountId })
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)));
  await recordAudit(scope, "protocol.version-published", { id: versionId });
}

/** Gives a draft up. No enrolment was ever on it, and nobody is offered it any more. */
export async function discardDraft(scope: Scope<StaffActor>, versionId: string): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  await loadDraft(scope, versionId);
  await tx
    .update(protocolVersion)
    .set({ discardedAt: now, discardedBy: actor.accountId })
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)));
  await recordAudit(scope, "protocol.draft-discarded", { id: versionId });
}

async function load({ actor, tx }: Scope<StaffActor>, versionId: string) {
  const [row] = await tx
    .select({
      title: protocolVersion.title,
      definition: protocolRead,
      publishedAt: protocolVersion.publishedAt,
    })
    .from(protocolVersion)
    .where(
      and(
        eq(protocolVersion.practiceId, actor.practiceId),
        eq(protocolVersion.id, versionId),
        isNull(protocolVersion.discardedAt),
      ),
    )
    .for("update");
  if (!row) throw new NotFound();
  return row;
}

async function loadDraft(scope: Scope<StaffActor>, versionId: string, revision?: string) {
  const row = await load(scope, versionId);
  if (row.publishedAt) throw new Refused("This version is published and never changes. Copy it to go on from it.");
  if (revision !== undefined && revision !== revisionOf(row.definition))
    throw new Refused(
      "This draft was changed elsewhere since you opened it. Open the page again in another tab and carry over what you typed.",
    );
  return row;
}
