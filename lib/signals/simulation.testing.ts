import type { Instrument } from "@/lib/assessments/instrument";
import { keepConnection, recordedStatus } from "@/lib/connection/connection-record";
import type { ConnectionCheck } from "@/lib/connection/weekly-medians";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { fiveDimensionsBrief } from "@/lib/instruments/five-dimensions-brief";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { signalEvidence } from "@/lib/signals/evidence";
import type { SignalKind } from "@/lib/signals/kinds";
import { gentlerProposals, type WeighedAttempt } from "@/lib/signals/proposals";
import { type ComparedSitting, scaleMoves } from "@/lib/signals/scale-moves";
import { calmFacts } from "@/lib/signals/signal-facts.testing";
import { type SimulatedKind, type SimulatedRate, simulatedKinds } from "@/lib/signals/simulated";
import { thresholdsOf } from "@/lib/signals/thresholds";
import { median } from "@/lib/statistics/central-values";
import { addDays } from "@/lib/time/local-date";

const START = "2025-09-01";
const LAST = 69;
/** A stream of chance for one name: mean 0, deviation 1, or 0 up to 1. */
function chanceOf(name: number) {
  let state = Math.imul(name + 1, 0x9e3779b1);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const wobble = () => (next() + next() + next() + next() - 2) * Math.sqrt(3);
  return { next, wobble, within: (low: number, high: number) => low + next() * (high - low) };
}

type Chance = ReturnType<typeof chanceOf>;
type Way = "stable" | "improving" | "declining";

const held = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)));

/** How far somebody has gone their way by a day: 0 before it begins, 1 when it is behind them. */
const goneBy = (day: number, from: number, days: number) => Math.min(1, Math.max(0, (day - from) / days));

type Person = {
  way: Way;
  onset: number;
  checks: ConnectionCheck[];
  attempts: WeighedAttempt[];
  logged: number[];
  sat: Sat[];
};
type Sat = { day: number; sitting: ComparedSitting };

/** Every second is stable; of the others one half improves and one half declines. */
const wayOf = (number: number): Way =>
  (["stable", "improving", "stable", "declining"] as const)[number % 4] ?? "stable";

/**
 * One invented person over ten weeks. Days differ from one another and hang together; checks and exercises are left out on some
 * days, and a third of all people are away for some days at a time.
 */
function personOf(number: number): Person {
  const chance = chanceOf(number);
  const way = wayOf(number);
  const onset = way === "declining" ? Math.floor(chance.within(21, 42)) : 14;
  const size = way === "declining" ? -chance.within(2.5, 4) : way === "improving" ? chance.within(1.5, 3) : 0;
  const share = (day: number) => goneBy(day, onset, way === "declining" ? 14 : 42);
  const [level, spread, answers] = [6.2 + 1.1 * chance.wobble(), chance.within(0.7, 1.4), chance.within(0.5, 0.95)];
  const away = chance.next() < 0.35 ? Math.floor(chance.within(5, 60)) : null;
  const awayDays = Math.floor(chance.within(3, 10));
  const isAway = (day: number) => away !== null && day >= away && day < away + awayDays;
  const person: Person = { way, onset, checks: [], attempts: [], logged: [], sat: satBy(chance, way, onset) };
  let mood = 0;
  for (let day = 0; day <= LAST; day += 1) {
    mood = 0.4 * mood + 0.92 * chance.wobble();
    const [wasAsked, wasTried] = [chance.next() < answers, chance.next() < 0.7 * answers];
    const date = addDays(START, day);
    const value = held(level + size * share(day) + spread * mood, 1, 10);
    const attempt = attemptOn(chance, way, share(day), date);
    if (isAway(day)) continue;
    if (wasAsked) person.checks.push({ date, value });
    if (wasTried) person.attempts.push(attempt);
    if (wasAsked || wasTried) person.logged.push(day);
  }
  return person;
}

function attemptOn(chance: Chance, way: Way, share: number, date: string): WeighedAttempt {
  const falls = 1.2 + (way === "improving" ? share : way === "declining" ? -1.4 * share : 0);
  const before = held(4.6 + 1.6 * chance.wobble(), 0, 10);
  const isSkipped = chance.next() < (way === "declining" ? 0.1 + 0.35 * share : 0.1);
  const after = held(before - falls + 1.3 * chance.wobble(), 0, 10);
  const loggedAt = new Date(`${date}T19:00:00Z`);
  const rest = { exercise: "one-real-feeling", date, loggedAt };
  return isSkipped
    ? { ...rest, outcome: "skipped", anxietyBefore: null, anxietyAfter: null }
    : { ...rest, outcome: "done", anxietyBefore: before, anxietyAfter: after };
}

const sittingDays: readonly [number, Instrument][] = [
  ...[0, 34, 69].map((day): [number, Instrument] => [day, fiveDimensions]),
  ...[13, 27, 41, 55].map((day): [number, Instrument] => [day, fiveDimensionsBrief]),
];

/** Scores are a true score that moves for two or three of five, and an error as large as the form says of itself. */
function satBy(chance: Chance, way: Way, onset: number): Sat[] {
  const scales = fiveDimensions.scales.filter(({ key }) => key !== "idealised").map(({ key }) => key);
  const truth = new Map(scales.map((key) => [key, { level: 50 + 15 * chance.wobble(), moves: chance.next() < 0.5 }]));
  const size = way === "declining" ? -32 : way === "improving" ? 32 : 0;
  return sittingDays
    .filter(() => chance.next() < 0.9)
    .map(([day, instrument]) => ({
      day,
      sitting: {
        id: `${instrument.key} ${day}`,
        at: addDays(START, day),
        instrument,
        scores: instrument.scales.flatMap(({ key, reliability }) => {
          const one = truth.get(key);
          if (!one || !reliability?.sd || !reliability.value) return [];
          const moved = one.moves ? size * goneBy(day, onset, way === "declining" ? 14 : 42) : 0;
          const error = reliability.sd * Math.sqrt(1 - reliability.value) * chance.wobble();
          return [
            {
              scale: key,
              form: "now" as const,
              status: "scored" as const,
              score: held(one.level + moved + error, 0, 96),
            },
          ];
        }),
      },
    }))
    .sort((a, b) => a.day - b.day);
}

/** Every kind that stood on the list of one person, with the first day from `from` on. */
function seenBy(person: Person, from: number): Map<SignalKind, number> {
  const first = new Map<SignalKind, number>();
  for (let day = 0; day <= LAST; day += 1)
    for (const { kind } of signalEvidence(factsOn(person, day), thresholdsOf()))
      if (day >= from && !first.has(kind)) first.set(kind, day);
  return first;
}

function factsOn({ checks, attempts, logged, sat }: Person, day: number) {
  const today = addDays(START, day);
  const known = checks.filter(({ date }) => date <= today);
  const recent = attempts.filter(({ date }) => date <= today && date > addDays(today, -28));
  const byKey = [fiveDimensions.key, fiveDimensionsBrief.key].map((key) =>
    sat.filter((one) => one.day < day && one.sitting.instrument.key === key).map(({ sitting }) => sitting),
  );
  const compared = byKey.map((all) => [...all.slice(0, 1), ...all.slice(1).slice(-2)]);
  const last = logged.findLast((one) => one <= day);
  return {
    ...calmFacts,
    ...{ today, startsOn: START, attempts: recent },
    lastActivityOn: last === undefined ? null : addDays(START, last),
    gate: { own: { ...calmFacts.gate.own, expiresOn: null }, both: { ...calmFacts.gate.both, expiresOn: null } },
    connection: recordedStatus(keepConnection(known, START, today), START, today),
    moves: compared.flatMap((one) => scaleMoves(one)),
    gentler: gentlerProposals(builtInProtocol, recent).map(({ exercise, because, dates }) => ({
      ...{ exercise, because, newestOn: dates.at(-1) ?? today },
    })),
  };
}

/** For each kind: how many in a hundred it came up for, and after how many days for those whom it is meant for. */
export function simulate(people: number): Record<SimulatedKind, SimulatedRate> {
  const seen = Array.from({ length: people }, (_, number) => {
    const person = personOf(number);
    return { ...person, first: seenBy(person, person.way === "stable" ? 0 : person.onset) };
  });
  const rateOf = (kind: SimulatedKind): SimulatedRate => {
    const among = (way: Way) => seen.filter((one) => one.way === way);
    const inHundred = (way: Way) =>
      Math.round((100 * among(way).filter(({ first }) => first.has(kind)).length) / among(way).length);
    const waited = among("declining").flatMap(({ first, onset }) => {
      const day = first.get(kind);
      return day === undefined ? [] : [day - onset];
    });
    return {
      stable: inHundred("stable"),
      improving: inHundred("improving"),
      declining: inHundred("declining"),
      days: median(waited),
    };
  };
  return Object.fromEntries(simulatedKinds.map((kind) => [kind, rateOf(kind)])) as Record<SimulatedKind, SimulatedRate>;
}
