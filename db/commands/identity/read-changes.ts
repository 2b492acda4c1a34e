import { and, eq, isNull, lte } from "drizzle-orm";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { recordAudit } from "../../audit";
import { isToldHere } from "../../queries/identity/credential-changes";
import { credentialChange } from "../../schema/credential-change";
import type { Scope } from "../../scope";

/** The person has read what changed up to the moment their page was made. */
export async function markChangesRead(scope: Scope<StaffActor | ClientActor>, upTo: Date): Promise<void> {
  const { actor, tx, now } = scope;
  const { rowCount } = await tx
    .update(credentialChange)
    .set({ readAt: now })
    .where(
      and(
        eq(credentialChange.practiceId, actor.practiceId),
        eq(credentialChange.accountId, actor.accountId),
        lte(credentialChange.changedAt, upTo),
        isNull(credentialChange.readAt),
        isToldHere(actor),
      ),
    );
  if (rowCount) await recordAudit(scope, "identity.changes-read", { id: actor.accountId });
}
