import { and, eq } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { consentText } from "@/lib/identity/consent-text";
import { agreedVersion } from "./agreed-version";
import { type ClientHeader, getClientHeader } from "./client-overview";
import { type ConsentDecision, consentOf } from "./consent";

/** Who the client is and how they are reached. Reading it is recorded. */
export async function getClientRecord(
  scope: Scope<StaffActor>,
  id: string,
): Promise<{ header: ClientHeader; consents: ConsentDecision[]; isAskedAgain: boolean }> {
  const {
    header,
    consents,
    agreed: [agreed],
  } = await atOnce({
    header: getClientHeader(scope, id),
    consents: consentOf(scope, id),
    agreed: scope.tx
      .select({ version: agreedVersion, id: client.id })
      .from(client)
      .where(and(eq(client.practiceId, scope.actor.practiceId), eq(client.id, id))),
  });
  await recordAudit(scope, "clients.record-read", { id, clientId: id });
  const isAskedAgain = consents[0]?.decision === "agreed" && agreed?.version !== consentText.version;
  return { header, consents, isAskedAgain };
}
