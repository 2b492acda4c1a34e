import { weekWords } from "@/lib/connection/status-sentence";
import type { SignalKind } from "@/lib/signals/kinds";
import type { GateSeen, SignalData, SignalFacts } from "@/lib/signals/signal-facts";
import type { Thresholds } from "@/lib/signals/thresholds";
import { addDays, daysBetween } from "@/lib/time/local-date";

/**
 * That something calls for a signal. `key` names what it rests on: the same key is the same evidence. `isBoth`: it would
 * tell of the partner, and is nothing for who may not read them.
 */
export type Evidence = { kind: SignalKind; key: string; data: SignalData; isBoth: boolean };

const found = (kind: SignalKind, key: string, data: SignalData = {}, isBoth = false): Evidence => ({
  ...{ kind, key, data, isBoth },
});

/** Everything that calls for a signal today, one of each kind at the most (lib/signals/kinds.ts says when). */
export function signalEvidence(facts: SignalFacts, thresholds: Thresholds): Evidence[] {
  const isOver = facts.status === "ended" || facts.status === "finished";
  return [
    ...ofSafety(facts),
    ...(isOver ? [] : ofGate(facts, thresholds)),
    ...ofCourts(facts),
    ...ofConsent(facts),
    ...ofLetters(facts),
    ...ofNumbers(facts, thresholds),
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
    ...(both && both !== own && !own ? [found(both, both, {}, true)] : []),
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
      ? [found("letter-lost", lostLetters.newestAt, { count: lostLetters.count, at: lostLetters.newestAt })]
      : []),
    ...(unreadMessages
      ? [found("message", unreadMessages.newestAt, { count: unreadMessages.count, at: unreadMessages.since })]
      : []),
    ...(reflections ? [found("reflection", reflections.newestAt, { count: reflections.count })] : []),
  ];
}

function ofNumbers(
  { connection, moves, attempts, gentler, exerciseTitles }: SignalFacts,
  limits: Thresholds,
): Evidence[] {
  const worse = moves.filter(({ verdict }) => verdict === "worse");
  const [fallen] = worse;
  const skipped = gentler.filter(({ because }) => because === "skips");
  const gentle = gentler.filter(({ because }) => because !== "skips");
  return [
    ...(fallen
      ? [
          found("reliable-decline", fallen.assessmentId, {
            ...{ count: worse.length, title: fallen.scale, detail: fallen.title, ref: fallen.assessmentId },
          }),
        ]
      : []),
    ...(connection.kind === "judged" && connection.signal === "review"
      ? [
          found("connection-review", `week-${connection.latest.week}`, {
            detail: `Last week ${weekWords(connection.latest)}; ${connection.baseline.median} at the start`,
          }),
        ]
      : []),
    ...anxietyOf(attempts, limits.anxietyTimes),
    ...exercisesOf("skips", skipped, exerciseTitles),
    ...exercisesOf("go-gentler", gentle, exerciseTitles),
  ];
}

/** Of how many times with both figures anxiety has to have fallen in one at least, or it does not fall (ours, from simulation). */
const FALLS_IN = 4;

/** Times with both figures, newest last. Where it was 0 before, nothing could fall. */
function anxietyOf(attempts: SignalFacts["attempts"], times: number): Evidence[] {
  const pairs = attempts
    .flatMap(({ anxietyBefore: before, anxietyAfter: after, loggedAt }) =>
      before === null || after === null || before === 0 ? [] : [{ fell: after < before, loggedAt }],
    )
    .sort((a, b) => a.loggedAt.getTime() - b.loggedAt.getTime())
    .slice(-times);
  const fallen = pairs.filter(({ fell }) => fell).length;
  const last = pairs.at(-1);
  if (!last || pairs.length < times || fallen * FALLS_IN > times) return [];
  return [
    found("anxiety-not-falling", last.loggedAt.toISOString(), {
      detail: fallen === 0 ? `Not once of the last ${times} times` : `Fell ${fallen} of the last ${times} times`,
    }),
  ];
}

function exercisesOf(
  kind: "skips" | "go-gentler",
  proposed: SignalFacts["gentler"],
  titles: SignalFacts["exerciseTitles"],
): Evidence[] {
  const latest = proposed.toSorted((a, b) => b.newestOn.localeCompare(a.newestOn))[0];
  if (!latest) return [];
  const title = titles[latest.exercise] ?? "one of the exercises";
  const data = { count: proposed.length, title, ref: latest.exercise };
  const detail = latest.because === "dimensions" ? { detail: `Doing things together is nearer: ${title}` } : {};
  return [found(kind, `${latest.exercise} ${latest.newestOn}`, { ...data, ...detail })];
}

/** Nobody was asked for anything before the start, before they arrived, or during a pause. */
function ofSilence(
  { status, hasArrived, startsOn, lastActivityOn, resumedOn, today }: SignalFacts,
  { quietDays }: Thresholds,
) {
  if ((status !== "active" && status !== "held") || !hasArrived) return [];
  const since = newest([lastActivityOn, startsOn, resumedOn].filter((day) => day !== null));
  if (since === "" || daysBetween(since, today) < quietDays) return [];
  return [found("quiet", since, { on: since, ...(lastActivityOn ? { at: lastActivityOn } : {}) })];
}

function ofArrival({ invitation, baselineWaitsSince, today }: SignalFacts, limits: Thresholds): Evidence[] {
  const signals: Evidence[] = [];
  if (invitation?.isOver) signals.push(found("invitation-over", invitation.endsOn, { on: invitation.endsOn }));
  else if (invitation && daysBetween(invitation.madeOn, today) >= limits.invitationDays)
    signals.push(found("invitation-waits", invitation.madeOn, { on: invitation.madeOn }));
  if (baselineWaitsSince && daysBetween(baselineWaitsSince, today) >= limits.baselineDays)
    signals.push(found("baseline-waits", baselineWaitsSince, { on: baselineWaitsSince }));
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
    work.push(
      found("overdue", `${late.length} ${late.at(-1)?.dueOn}`, { count: late.length, title, on, ref, reminders }),
    );
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
  if (nextPhase) work.push(found("next-phase", `phase-${nextPhase.number}`, { title: nextPhase.title }, isLinked));
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
  const [risen] = told;
  const [closed] = gapsClosed;
  const good: Evidence[] = [];
  if (risen)
    good.push(
      found("gain", risen.assessmentId, {
        ...{ count: told.length, title: risen.scale, detail: risen.title, ref: risen.assessmentId },
      }),
    );
  if (closed)
    good.push(
      found("gap-closed", closed.assessmentId, {
        count: gapsClosed.length,
        title: closed.title,
        ref: closed.assessmentId,
      }),
    );
  if (phaseBehind && today <= addDays(phaseBehind.endedOn, 7))
    good.push(
      found("phase-finished", `phase-${phaseBehind.number}`, { title: phaseBehind.title, on: phaseBehind.endedOn }),
    );
  return good.map((one) => ({ ...one, isBoth: rest.isLinked }));
}

const newest = (values: readonly string[]): string => [...values].sort().at(-1) ?? "";
