import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound, Refused } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { type EditFields, editedVersion } from "@/lib/domain/protocol/edit-form";
import { recordAudit } from "../../audit";
import { practice } from "../../schema/identity";
import { protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

/** What a practice's own protocol is called inside: one series of versions, whatever it was copied from. */
const ownKey = "own-protocol";

/** A draft to edit, with the content of the version that is copied. There is one draft at a time. */
export async function copyVersion(scope: Scope<StaffActor>, versionId: string): Promise<{ versionId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  const { practiceId } = actor;
  await tx.select({ id: practice.practiceId }).from(practice).where(eq(practice.practiceId, practiceId)).for("update");
  const [draft] = await tx
    .select({ id: protocolVersion.id })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, practiceId), isNull(protocolVersion.publishedAt)));
  if (draft) throw new Refused("There is a draft already. Publish it first, or go on editing it.");
  const source = await load(scope, versionId);
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${protocolVersion.version}), 0)::int` })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, practiceId), eq(protocolVersion.key, ownKey)));
  const id = randomUUID();
  const definition = { ...protocolVersionSchema.parse(source.definition), key: ownKey };
  await tx.insert(protocolVersion).values({
    practiceId,
    id,
    key: ownKey,
    version: (last?.version ?? 0) + 1,
    title: source.title,
    definition,
    publishedAt: null,
    createdBy: actor.accountId,
    createdAt: now,
  });
  await recordAudit(scope, "protocol.version-copied", { kind: "protocol_version", id });
  return { versionId: id };
}

/** Keeps what the form says. What does not fit together is refused, field by field. */
export async function saveDraft(scope: Scope<StaffActor>, versionId: string, fields: EditFields): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "protocol.edit");
  const draft = await loadDraft(scope, versionId);
  const { version, faults } = editedVersion(protocolVersionSchema.parse(draft.definition), fields);
  if (!version) throw new Refused(faults.form ?? "Please look at the fields marked below.", faults);
  await tx
    .update(protocolVersion)
    .set({ title: version.title, definition: version })
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)));
  await recordAudit(scope, "protocol.draft-saved", { kind: "protocol_version", id: versionId });
}

/** From now on new enrolments start with it. Those that run keep theirs; it never changes again. */
export async function publishVersion(scope: Scope<StaffActor>, versionId: string): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  const draft = await loadDraft(scope, versionId);
  protocolVersionSchema.parse(draft.definition);
  await tx
    .update(protocolVersion)
    .set({ publishedAt: now })
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)));
  await recordAudit(scope, "protocol.version-published", { kind: "protocol_version", id: versionId });
}

async function load({ actor, tx }: Scope<StaffActor>, versionId: string) {
  const [row] = await tx
    .select({
      title: protocolVersion.title,
      definition: protocolVersion.definition,
      publishedAt: protocolVersion.publishedAt,
    })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.id, versionId)))
    .for("update");
  if (!row) throw new NotFound();
  return row;
}

async function loadDraft(scope: Scope<StaffActor>, versionId: string) {
  const row = await load(scope, versionId);
  if (row.publishedAt) throw new Refused("This version is published and never changes. Copy it to go on from it.");
  return row;
}
