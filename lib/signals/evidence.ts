import { ofFigures } from "@/lib/signals/evidence-of-figures";
import { type Evidence, found, newest, newestFirst } from "@/lib/signals/found";
import type { SignalKind } from "@/lib/signals/kinds";
import type { GateSeen, SignalFacts } from "@/lib/signals/signal-facts";
import type { Thresholds } from "@/lib/signals/thresholds";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";

/** Everything that calls for a signal today, one of each kind at the most (lib/signals/kinds.ts says when). */
export function signalEvidence(facts: SignalFacts, thresholds: Thresholds): Evidence[] {
  const isOver = facts.status === "ended" || facts.status === "finished";
  return [
    ...ofSafety(facts),
    ...(isOver ? [] : ofGate(facts, thresholds)),
    ...ofCourts(facts),
    ...ofConsent(facts),
    ...ofLetters(facts),
    ...ofFigures(facts, thresholds),
    ...ofSilence(facts, thresholds),
    ...ofArrival(facts, thresholds),
    ...ofWork(facts),
    ...ofGood(facts),
  ];
}

/** What presses most is said: what nobody is on, then the oldest. */
function ofSafety({ openEvents, hasUnreadWords, gate }: SignalFacts): Evidence[] {
  const [first] = openEvents.toSorted(
    (a, b) => Number(a.acknowledged) - Number(b.acknowledged) || a.openedAt.localeCompare(b.openedAt),
  );
  const event = first && {
    ...{ count: openEvents.length, source: first.source, at: first.openedAt, ref: first.id },
    ...(first.acknowledged ? { isTaken: true } : {}),
  };
  return [
    ...(event
      ? [found("safety-event", `${openEvents.length} ${newest(openEvents.map(({ openedAt }) => openedAt))}`, event)]
      : []),
    ...(hasUnreadWords ? [found("safety-words", "unread")] : []),
    ...(gate.own.state === "stop" && !event ? [found("safety-stop", "stop")] : []),
  ];
}

/** Of what waits for the partner's sake only who reads both is told; the rest is the person's own side. */
function ofGate(facts: SignalFacts, { gateDays }: Thresholds): Evidence[] {
  const own = waitingOf(facts.gate.own, facts);
  const both = waitingOf(facts.gate.both, facts);
  const isEnding = facts.gate.own.state === "clear" && facts.gate.own.expiresOn;
  return [
    ...(own ? [found(own, own)] : []),
    ...(both && both !== own && !own ? [{ ...found(both, both), isBoth: true }] : []),
    ...(isEnding && daysBetween(facts.today, isEnding) <= gateDays
      ? [found("gate-expiring", isEnding, { on: isEnding })]
      : []),
  ];
}

function waitingOf({ state, awaits }: GateSeen, { status, hasArrived }: SignalFacts): SignalKind | null {
  if (state === "concern") return "safety-concern";
  if (state !== "not-screened") return null;
  if (awaits === "clinician") return "waits-for-you";
  return hasArrived && status !== "invited" && status !== "starting" ? "check-unanswered" : null;
}

const ofCourts = ({ courtDemandedOn: on }: SignalFacts): Evidence[] => (on ? [found("court-demand", on, { on })] : []);

/** Who asks to be erased took the agreement back with it: that is said once. */
function ofConsent({ consentWithdrawnOn: on, erasureAskedOn: asked }: SignalFacts): Evidence[] {
  if (asked) return [found("erasure-asked", asked, { on: asked })];
  return on ? [found("consent-withdrawn", on, { on })] : [];
}

function ofLetters({ lostLetters, unreadMessages, reflections }: SignalFacts): Evidence[] {
  return [
    ...(lostLetters
      ? [
          found(
            "letter-lost",
            lostLetters.newestAt,
            { count: lostLetters.count, at: lostLetters.newestAt },
            { at: lostLetters.newestAt },
          ),
        ]
      : []),
    ...(unreadMessages
      ? [
          found(
            "message",
            unreadMessages.newestAt,
            { count: unreadMessages.count, at: unreadMessages.since },
            { at: unreadMessages.arrivedAt },
          ),
        ]
      : []),
    ...(reflections
      ? [found("reflection", reflections.newestAt, { count: reflections.count }, { at: reflections.newestAt })]
      : []),
  ];
}

/** Nobody was asked for anything before the start, before they arrived, or during a pause. */
function ofSilence(
  { status, hasArrived, startsOn, lastActivityOn, resumedOn, today }: SignalFacts,
  { quietDays }: Thresholds,
) {
  if ((status !== "active" && status !== "held") || !hasArrived) return [];
  const since = newest([lastActivityOn, startsOn, resumedOn].filter((day) => day !== null));
  if (since === "" || daysBetween(since, today) < quietDays) return [];
  const data = { on: since, ...(lastActivityOn ? { at: lastActivityOn } : {}) };
  return [found("quiet", since, data, { on: addDays(since, quietDays) })];
}

function ofArrival({ invitation, baselineWaitsSince, today }: SignalFacts, limits: Thresholds): Evidence[] {
  const signals: Evidence[] = [];
  const after = (kind: SignalKind, on: LocalDate, days: number) =>
    signals.push(found(kind, on, { on }, { on: addDays(on, days) }));
  if (invitation?.isOver) after("invitation-over", invitation.endsOn, 0);
  else if (invitation && daysBetween(invitation.madeOn, today) >= limits.invitationDays)
    after("invitation-waits", invitation.madeOn, limits.invitationDays);
  if (baselineWaitsSince && daysBetween(baselineWaitsSince, today) >= limits.baselineDays)
    after("baseline-waits", baselineWaitsSince, limits.baselineDays);
  return signals;
}

function ofWork(facts: SignalFacts): Evidence[] {
  const { status, hasArrived, overdue, toReview, swapRequests, nextPhase, isLinked } = facts;
  const isAskedFor = hasArrived && (status === "active" || status === "held" || status === "follow-up");
  const late = isAskedFor
    ? overdue.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title))
    : [];
  const read = toReview.toSorted((a, b) => a.answeredAt.localeCompare(b.answeredAt) || a.title.localeCompare(b.title));
  const [oldest] = late;
  const [first] = read;
  const [asked] = swapRequests;
  const work: Evidence[] = [];
  if (oldest) {
    const { id: ref, title, dueOn: on, reminders } = oldest;
    const newestOn = late.at(-1)?.dueOn ?? on;
    const data = { count: late.length, title, on, ref, reminders };
    work.push(found("overdue", `${late.length} ${newestOn}`, data, { on: addDays(newestOn, 1) }));
  }
  if (first)
    work.push(
      found("result", `${read.length} ${read.at(-1)?.answeredAt}`, {
        ...{ count: read.length, title: first.title, on: first.answeredOn, ref: first.id },
      }),
    );
  if (asked)
    work.push(
      found("swap-wish", newest(swapRequests.map(({ askedOn }) => askedOn)), { title: asked.title, on: asked.askedOn }),
    );
  if (nextPhase)
    work.push({ ...found("next-phase", `phase-${nextPhase.number}`, { title: nextPhase.title }), isBoth: isLinked });
  return work;
}

/** Waits for a clear gate. Five that are judged at once need two, or a second sitting that moved the same way. */
function ofGood({ saysGain, moves, gapsClosed, phaseBehind, today, ...rest }: SignalFacts): Evidence[] {
  if (!saysGain) return [];
  const better = moves.filter(({ verdict }) => verdict === "better");
  const told = better.filter(
    (one) =>
      !one.isOneOfFive ||
      one.isSecondTime ||
      better.filter(({ isOneOfFive, assessmentId }) => isOneOfFive && assessmentId === one.assessmentId).length > 1,
  );
  const [risen] = newestFirst(told);
  const [closed] = newestFirst(gapsClosed);
  const good: Evidence[] = [];
  if (risen)
    good.push(
      found(
        "gain",
        risen.assessmentId,
        { count: told.length, title: risen.scale, detail: risen.title, ref: risen.assessmentId },
        { at: risen.answeredAt },
      ),
    );
  if (closed)
    good.push(
      found(
        "gap-closed",
        closed.assessmentId,
        { count: gapsClosed.length, title: closed.title, ref: closed.assessmentId },
        { at: closed.answeredAt },
      ),
    );
  if (phaseBehind && today <= addDays(phaseBehind.endedOn, 7))
    good.push(
      found("phase-finished", `phase-${phaseBehind.number}`, { title: phaseBehind.title, on: phaseBehind.endedOn }),
    );
  return good.map((one) => ({ ...one, isBoth: rest.isLinked }));
}
