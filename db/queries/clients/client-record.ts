import { recordAudit } from "@/db/audit";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type ClientHeader, getClientHeader } from "./client-overview";
import { type ConsentDecision, consentOf } from "./consent";

/** Who the client is and how they are reached. Reading it is recorded. */
export async function getClientRecord(
  scope: Scope<StaffActor>,
  id: string,
): Promise<{ header: ClientHeader; consent: ConsentDecision | null }> {
  const {
    header,
    consents: [consent = null],
  } = await atOnce({ header: getClientHeader(scope, id), consents: consentOf(scope, id) });
  await recordAudit(scope, "clients.record-read", { id, clientId: id });
  return { header, consent };
}
