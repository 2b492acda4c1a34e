import type { CaseloadFact } from "@/db/queries/caseload/caseload";
import { pathOfFact } from "@/db/queries/caseload/old-places";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import type { PathToday } from "@/lib/protocol/path-today";
import type { Reason } from "@/lib/signals/attention";
import { localDate } from "@/lib/time/zone";
import { reasonsOf } from "./attention-reason";

export type PlacedClient = {
  fact: CaseloadFact;
  today: string;
  standing: PathToday | null;
  /** The most pressing one, and the others in their order. */
  reason: Reason;
  others: Reason[];
};

/** Where a client stands today, and why they are here. */
export function placeClient(
  fact: CaseloadFact,
  versions: ReadonlyMap<string, ProtocolVersion>,
  now: Date,
): PlacedClient {
  const today = localDate(now, fact.zone);
  const standing = pathOfFact(fact, versions, today);
  const [reason, ...others] = reasonsOf(fact, standing, today, now);
  return { fact, today, standing, reason, others };
}
