import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { ownProtocolKey } from "@/lib/protocol/version-name";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { protocolArchiving, protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

export const archiveVersionForm = z.strictObject({ versionId: z.uuid(), archive: z.enum(["yes", "no"]) });

/**
 * Puts a published version of the practice's own away, or takes it out again. Paths that are on it go on; the protocol that
 * ships stays on offer, so that there is always one to begin with.
 */
export async function archiveVersion(
  scope: Scope<StaffActor>,
  { versionId, archive }: z.infer<typeof archiveVersionForm>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "protocol.edit");
  const [version] = await tx
    .select({ key: protocolVersion.key })
    .from(protocolVersion)
    .where(
      and(
        eq(protocolVersion.practiceId, actor.practiceId),
        eq(protocolVersion.id, versionId),
        isNotNull(protocolVersion.publishedAt),
      ),
    )
    .for("update");
  if (!version) throw new NotFound();
  if (version.key !== ownProtocolKey)
    throw new Refused("The protocol that ships stays on offer. Only versions of your own can be put away.");
  const earlier = await tx
    .select({ at: protocolArchiving.decidedAt })
    .from(protocolArchiving)
    .where(and(eq(protocolArchiving.practiceId, actor.practiceId), eq(protocolArchiving.versionId, versionId)));
  const decidedAt = afterAll(
    earlier.map(({ at }) => at),
    now,
  );
  const isArchived = archive === "yes";
  await tx.insert(protocolArchiving).values({
    ...{ practiceId: actor.practiceId, id: randomUUID(), versionId, isArchived },
    ...{ decidedBy: actor.accountId, decidedAt },
  });
  await recordAudit(scope, isArchived ? "protocol.version-archived" : "protocol.version-restored", { id: versionId });
}
