import type { CaseloadFact } from "@/db/queries/caseload/caseload";
import { recordedStatus } from "@/lib/connection/connection-record";
import type { PathToday } from "@/lib/protocol/path-today";
import { attentionReasons, type Reason } from "@/lib/signals/attention";
import { sayFor } from "../_signals/say-for";

/** Every reason to look at this client today, the most pressing first. */
export function reasonsOf(
  fact: CaseloadFact,
  standing: PathToday | null,
  today: string,
  now: Date,
): [Reason, ...Reason[]] {
  const [first, ...others] = attentionReasons(
    fact.signals,
    {
      today,
      status: fact.hasAccepted ? (standing?.status ?? "starting") : "invited",
      startsOn: fact.startDate,
      baselineAnswered: fact.baselineAnswered,
      waits: fact.waits,
      statusSince: standing?.path.held?.since ?? standing?.path.paused?.since ?? standing?.path.ended?.on ?? null,
      connection: recordedStatus(fact.connection, fact.countsFrom, today),
    },
    sayFor(fact.zone, today, now),
  );
  if (!first) throw new Error("There is always a reason, if only that all is well.");
  return [first, ...others];
}
