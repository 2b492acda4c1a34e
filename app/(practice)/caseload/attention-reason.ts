import type { CaseloadFact } from "@/db/queries/caseload/caseload";
import { recordedStatus } from "@/lib/connection/connection-record";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { resumedOn } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { PathToday } from "@/lib/protocol/path-today";
import { openSwapRequests } from "@/lib/protocol/swap-request";
import { attentionReasons, type Reason } from "@/lib/signals/attention";
import { openProposalKinds } from "@/lib/signals/open-proposals";
import { localDate } from "@/lib/time/zone";

/** Where a client stands in a protocol, and which version it is. */
export type Place = { standing: PathToday | null; version: ProtocolVersion | undefined };

/** The most pressing reason to look at this client today, in one sentence. */
export function attentionReason(fact: CaseloadFact, place: Place, today: string, now: Date): Reason {
  const { standing } = place;
  const connection: ConnectionStatus = fact.startDate
    ? recordedStatus(fact.connection, fact.startDate, today)
    : { kind: "no checks" };
  const [first] = attentionReasons(
    {
      today,
      status: fact.hasAccepted ? (standing?.status ?? "starting") : "invited",
      startsOn: fact.startDate,
      baselineAnswered: fact.baselineAnswered,
      statusSince: standing?.path.held?.since ?? standing?.path.paused?.since ?? standing?.path.ended?.on ?? null,
      resumedOn: resumedOn(fact.decisions, today),
      hasUnreadWords: fact.hasUnreadWords,
      openEvents: fact.openEvents.map((event) => ({ ...event, openedAt: new Date(event.openedAt) })),
      gate: { ...fact.gate, expiresOn: fact.gate.expiresAt && localDate(fact.gate.expiresAt, fact.zone) },
      connection,
      consentWithdrawnOn: fact.consentWithdrawnAt ? localDate(new Date(fact.consentWithdrawnAt), fact.zone) : null,
      lastActivityOn: fact.lastActivityAt && localDate(fact.lastActivityAt, fact.zone),
      overdue: fact.overdue,
      toReview: fact.toReview.map(({ title, answeredAt }) => ({
        title,
        answeredOn: localDate(new Date(answeredAt), fact.zone),
      })),
      reflectionsToAnswer: fact.reflections,
      unreadMessages: fact.unreadMessages && {
        count: fact.unreadMessages.count,
        since: new Date(fact.unreadMessages.since),
      },
      proposals: proposalsOf(fact, place),
      swapRequests: openSwapRequests(fact.swaps, fact.decisions).map(({ exercise, askedOn }) => ({
        title: (place.version && exerciseOf(place.version, exercise)?.title) ?? "one of the exercises",
        askedOn,
      })),
    },
    {
      day: (date) => formatNearDay(date, today),
      within: (date) => inSentence(formatNearDay(date, today)),
      moment: (instant) => formatMoment(instant, now, fact.zone),
    },
  );
  if (!first) throw new Error("There is always a reason, if only that all is well.");
  return first;
}

function proposalsOf(fact: CaseloadFact, { standing, version }: Place) {
  if (!standing || !version || !fact.startDate) return [];
  return openProposalKinds({
    version,
    path: standing.path,
    attempts: fact.recent,
    decisions: fact.decisions,
    answers: fact.answers,
    saysGain: fact.saysGain,
    connection: recordedStatus(fact.connection, fact.startDate, standing.path.today),
    closeness: fact.closeness,
  });
}
