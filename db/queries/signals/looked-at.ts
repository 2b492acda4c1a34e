import { gateOf } from "@/db/queries/safety/safety-gate";
import { sharedClassInput } from "@/db/queries/safety/shared-class";
import type { Instrument } from "@/lib/assessments/instrument";
import type { PlacedFrom } from "@/lib/caseload/place";
import { recordedStatus } from "@/lib/connection/connection-record";
import { deliveryStatus, maySendAgain } from "@/lib/messages/delivery-status";
import { arrivesAt } from "@/lib/messages/hold";
import { resumedOn } from "@/lib/protocol/decision";
import { exerciseOf, type ProtocolVersion, phaseOfWeek } from "@/lib/protocol/definition";
import { phaseStart } from "@/lib/protocol/milestones";
import { type PathToday, pathTodayOf } from "@/lib/protocol/path-today";
import { openSwapRequests } from "@/lib/protocol/swap-request";
import type { Gate } from "@/lib/safety/gate";
import { ownHistory, saysGainAt } from "@/lib/safety/own-side";
import { linkAt, type SharedClassInput } from "@/lib/safety/shared-class";
import { openGentlerProposals, openProposalKinds, type ProposalFacts } from "@/lib/signals/open-proposals";
import { type ComparedSitting, gapsClosed, scaleMoves } from "@/lib/signals/scale-moves";
import type { LastActs } from "@/lib/signals/settle";
import type { GateSeen, SignalFacts } from "@/lib/signals/signal-facts";
import type { Thresholds } from "@/lib/signals/thresholds";
import { addDays } from "@/lib/time/local-date";
import { endOfDayInstant, localDate } from "@/lib/time/zone";
import type { SignalRow, Versions } from "./signal-rows";

const MINUTE_MS = 60_000;

export type LookedAt = {
  clientId: string;
  facts: SignalFacts;
  acts: LastActs;
  zone: string;
  /** When somebody looked before; null where nobody has. */
  lookedBefore: Date | null;
  /** When time alone may change something next. */
  nextAt: Date;
  /** Was invited as a partner, and is not any more: nobody looks for them. */
  isSetAside: boolean;
  therapistId: string;
  /** What their place on the caseload follows from, beside the signals and the next session. */
  placed: Omit<PlacedFrom, "signals" | "nextSessionAt">;
  /** When the next session begins: their own, and that of a link that stands, which is read by who reads both. */
  sessions: { own: Date | null; ofTwo: Date | null };
  hasRowOfBoth: boolean;
};

/** One client as the rules of signals need them. */
export function lookedAt(row: SignalRow, versions: Versions, thresholds: Thresholds, now: Date): LookedAt {
  const { zone, startDate, decisions } = row;
  const today = localDate(now, zone);
  const day = (at: string | Date) => localDate(new Date(at), zone);
  const input = sharedClassInput(row.shared);
  const gates = { own: gateOf(ownHistory(input.history), now), both: gateOf(input.history, now) };
  const path = pathOf(row, versions, today);
  const hasArrived = row.hasPassword && row.consent !== null;
  const isAgreed = row.consent?.decision === "agreed";
  const saysGain = saysGainAt(input, true, now);
  const connection = recordedStatus(row.connection, row.countsFrom, today);
  const attempts = row.attempts.map((one) => ({ ...one, loggedAt: new Date(one.loggedAt) }));
  const sittings = sittingsOf(row, versions.instruments);
  const weighed = {
    attempts,
    decisions,
    answers: row.answers,
    saysGain,
    connection,
    limits: thresholds,
    closeness: row.closeness,
  };
  const facts: SignalFacts = {
    ...{ today, hasArrived, startsOn: startDate, saysGain, connection, attempts },
    status: row.hasPassword ? (path?.standing.status ?? "starting") : "invited",
    resumedOn: resumedOn(decisions, today),
    lastActivityOn: row.lastActivityAt && day(row.lastActivityAt),
    openEvents: row.openEvents,
    hasUnreadWords: row.hasUnreadWords,
    gate: { own: seen(gates.own, zone), both: seen(gates.both, zone) },
    isLinked: linkAt(input, now) !== null || saysGain !== saysGainAt(input, false, now),
    consentWithdrawnOn: row.consent && !isAgreed ? day(row.consent.at) : null,
    courtDemandedOn: row.courtDemandedAt && day(row.courtDemandedAt),
    erasureAskedOn: row.erasureAskedAt && day(row.erasureAskedAt),
    lostLetters: lostOf(row, now),
    checksFrom: row.countsFrom,
    unreadMessages: row.unreadMessages && {
      ...row.unreadMessages,
      arrivedAt: arrivesAt(new Date(row.unreadMessages.newestAt)).toISOString(),
    },
    reflections: row.reflections,
    overdue: row.overdue,
    toReview: row.toReview.map(({ id, title, answeredAt }) => ({
      ...{ id, title, answeredAt, answeredOn: day(answeredAt) },
    })),
    moves: sittings.flatMap(scaleMoves),
    gapsClosed: sittings.flatMap(gapsClosed),
    exerciseTitles: Object.fromEntries((path?.version.exercises ?? []).map(({ key, title }) => [key, title])),
    ...proposed(path && { ...weighed, version: path.version, path: path.standing.path }),
    phaseBehind: path && phaseBehindOf(path.standing),
    swapRequests: openSwapRequests(row.swaps, decisions).map(({ exercise, askedOn }) => ({
      title: (path && exerciseOf(path.version, exercise)?.title) ?? "one of the exercises",
      askedOn,
    })),
    invitation: invitationOf(row, day, now),
    baselineWaitsSince: baselineWaitsSince(row, input.history.decisions, today, day),
  };
  const acts = Object.fromEntries(
    Object.entries(row.acts).flatMap(([act, at]) => (at ? [[act, new Date(at)]] : [])),
  ) as LastActs;
  const nextAt = nextLook(row, { input, gates, now });
  const { name, waits, lastActivityAt, nextDueOn, addressUnasked, therapistId } = row;
  const { status, startsOn } = facts;
  const placed = { name, today, status, startsOn, waits, standing: path?.standing ?? null };
  return {
    ...{
      clientId: row.clientId,
      facts,
      acts,
      zone,
      lookedBefore: row.lookedBefore,
      nextAt,
      isSetAside: row.isSetAside,
      therapistId,
    },
    placed: { ...placed, lastActivityAt, nextDueOn, addressUnasked },
    sessions: { own: row.ownSessionAt, ofTwo: row.sessionOfTwoAt },
    hasRowOfBoth: row.hasRowOfBoth,
  };
}

const seen = ({ state, awaits, expiresAt }: Gate, zone: string): GateSeen => ({
  ...{ state, awaits },
  expiresOn: expiresAt && localDate(expiresAt, zone),
});

type OnPath = { standing: PathToday; version: ProtocolVersion };

function pathOf(row: SignalRow, { protocols }: Versions, today: string): OnPath | null {
  const { startDate, protocolVersionId, zone, decisions, safetyHolds } = row;
  const version = protocolVersionId ? protocols.get(protocolVersionId) : undefined;
  if (!version || !startDate) return null;
  const earlierVersions = row.moves.flatMap(({ fromVersionId, until }) => {
    const earlier = protocols.get(fromVersionId);
    return earlier ? [{ version: earlier, until }] : [];
  });
  return {
    version,
    standing: pathTodayOf({ zone, decisions, safetyHolds, version, startDate, earlierVersions }, today),
  };
}

/** The sittings of each assessment by itself, oldest first. */
function sittingsOf({ sittings }: SignalRow, instruments: ReadonlyMap<string, Instrument>): ComparedSitting[][] {
  const byKey = new Map<string, ComparedSitting[]>();
  for (const { id, at, key, versionId, scores } of sittings) {
    const instrument = instruments.get(versionId);
    if (instrument) byKey.set(key, [...(byKey.get(key) ?? []), { id, at, instrument, scores }]);
  }
  return [...byKey.values()];
}

function proposed(weighed: ProposalFacts | null): Pick<SignalFacts, "gentler" | "nextPhase"> {
  if (!weighed) return { gentler: [], nextPhase: null };
  const { version, path } = weighed;
  const gentler = openGentlerProposals(weighed).map(({ exercise, because, dates }) => ({
    ...{ exercise, because, newestOn: dates.at(-1) ?? path.today },
  }));
  const isReady = openProposalKinds(weighed).includes("next-phase");
  const next = isReady && path.current ? phaseOfWeek(version, path.current.number + 1) : null;
  return { gentler, nextPhase: next && { number: next.number, title: next.title } };
}

/** The phase that ended last, while the next one runs or after the last week. */
function phaseBehindOf({ status, path }: PathToday): SignalFacts["phaseBehind"] {
  if (status === "ended") return null;
  const over = status === "follow-up" || status === "finished";
  const lived = path.weeks.filter(({ state, kind }) => state !== "coming" && kind !== "paused");
  const behind = over
    ? lived.at(-1)?.phase
    : lived.findLast(({ phase }) => phase.number < (path.current?.phase.number ?? 0))?.phase;
  const next = behind && path.current ? phaseStart(path, path.current.phase.number) : undefined;
  const endedOn = over ? path.endsOn : next ? addDays(next, -1) : null;
  return behind && endedOn ? { number: behind.number, title: behind.title, endedOn } : null;
}

/** Since when the weeks wait for nothing else: by then they could have begun, and all the rest was there. */
function baselineWaitsSince(
  row: SignalRow,
  decisions: readonly { decidedAt: Date }[],
  today: string,
  day: (at: string | Date) => string,
): string | null {
  const { waits, plannedStart, consent, hasPassword, baselineAsked, baselineAnswered, isBaselineWaived } = row;
  const [decided] = decisions.map(({ decidedAt }) => decidedAt.getTime()).sort((a, b) => a - b);
  const isOnly = waits && hasPassword && baselineAsked && !baselineAnswered && !isBaselineWaived;
  if (!isOnly || !plannedStart || decided === undefined || consent?.decision !== "agreed") return null;
  const since = [plannedStart, day(consent.at), day(new Date(decided))].sort().at(-1) ?? today;
  return since <= today ? since : null;
}

function invitationOf({ invitation, hasPassword }: SignalRow, day: (at: string) => string, now: Date) {
  if (!invitation || hasPassword) return null;
  const { madeAt, endsAt } = invitation;
  return { madeOn: day(madeAt), endsOn: day(endsAt), isOver: new Date(endsAt) <= now };
}

const instant = (at: string | null) => (at ? new Date(at) : null);

/** Nobody can say that these arrived; what goes again by itself is not among them. */
function lostOf({ letters, wantsNoLetters }: SignalRow, now: Date): SignalFacts["lostLetters"] {
  if (wantsNoLetters) return null;
  const lost = letters.filter(({ createdAt, tries, claimEndsAt, handedOverAt, setAsideAt, bouncedAt }) => {
    const facts = { tries, sentAt: null, createdAt: new Date(createdAt), claimEndsAt: instant(claimEndsAt) };
    const status = deliveryStatus(
      { ...facts, handedOverAt: instant(handedOverAt), setAsideAt: instant(setAsideAt), bouncedAt: instant(bouncedAt) },
      now,
    );
    // Where no mail is set up nothing was ever tried, and nothing is lost.
    return maySendAgain(status) && (tries > 0 || handedOverAt !== null || bouncedAt !== null);
  });
  const newestAt = lost
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1);
  return newestAt ? { count: lost.length, newestAt } : null;
}

type Clock = { input: SharedClassInput; gates: { own: Gate; both: Gate }; now: Date };

/** Midnight where the client lives, and where the two live together; what ends or arrives at an instant; letters by the hour. */
function nextLook({ zone, onItsWay, letters, decisions, ...row }: SignalRow, { input, gates, now }: Clock): Date {
  const midnight = (where: string) => endOfDayInstant(localDate(now, where), where);
  const chosenJustNow = decisions.some(({ madeAt }) => now.getTime() - madeAt.getTime() < 2 * MINUTE_MS);
  const moments = [
    midnight(zone),
    ...(input.link ? [midnight(input.link.calendar.zone)] : []),
    ...[gates.own.expiresAt, gates.both.expiresAt].filter((at) => at !== null),
    ...[row.ownSessionAt, row.sessionOfTwoAt].filter((at) => at !== null),
    ...(onItsWay ? [arrivesAt(new Date(onItsWay))] : []),
    ...(letters.length > 0 ? [new Date(now.getTime() + 60 * MINUTE_MS)] : []),
    ...(chosenJustNow ? [new Date(now.getTime() + MINUTE_MS)] : []),
  ];
  return new Date(Math.min(...moments.filter((at) => at > now).map((at) => at.getTime())));
}
