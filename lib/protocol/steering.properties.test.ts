import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { fixtureProtocol } from "@/lib/protocol/fixture-protocol.testing";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewChange } from "@/lib/protocol/preview";
import { previewMove } from "@/lib/protocol/preview-move";
import { protocolPath } from "@/lib/protocol/schedule";
import { daysAhead, noticed, type Oracle, oracleOf } from "@/lib/protocol/steering-oracle.testing";
import { untrueFacts, untrueWords } from "@/lib/protocol/steering-truth.testing";
import { standingMove, type VersionMove } from "@/lib/protocol/version-move";
import { decisionsToReadAbout, moveToReadAbout } from "@/lib/protocol/words-in-force";
import { addDays, daysBetween, type LocalDate } from "@/lib/time/local-date";

const START = "2026-11-02";
/** Without readings: a day is told from another by what it asks for. */
const version: ProtocolVersion = {
  ...fixtureProtocol,
  weeks: fixtureProtocol.weeks.map((week) => ({ ...week, reading: null })),
};
const scope = fc.constantFrom("this-week" as const, "onward" as const);
const exercise = fc.constantFrom(...version.exercises.map(({ key }) => key));
const dose = fc.integer({ min: 1, max: 7 }).map((times) => ({ kind: "times" as const, times }));

type Wish = (today: LocalDate, made: readonly Decision[]) => Change;
const fixed =
  (change: Change): Wish =>
  () =>
    change;
const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.constantFrom<Change>({ kind: "hold" }, { kind: "release" }, { kind: "repeat" }, { kind: "resume" }).map(fixed),
  fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }).map(
    (days): Wish =>
      (today) => ({ kind: "pause", until: days === null ? null : addDays(today, days) }),
  ),
  fc.record({ kind: fc.constant("extend" as const), weeks: fc.integer({ min: 1, max: 3 }) }).map(fixed),
  fc.record({ kind: fc.constant("end" as const), followUps: fc.boolean() }).map(fixed),
  fc.record({ kind: fc.constant("swap" as const), from: exercise, to: exercise, scope }).map(fixed),
  fc.record({ kind: fc.constant("drop" as const), exercise, scope }).map(fixed),
  fc.record({ kind: fc.constant("dose" as const), exercise, scope, dose }).map(fixed),
  fc.nat().map(
    (pick): Wish =>
      (_, made) => ({ kind: "undo", undoes: made[pick % Math.max(1, made.length)]?.id ?? "none" }),
  ),
);
/** Which other version, by its place; or back to the one from before the move that stands. */
const move = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant("back" as const));
type Step = { after: number; wish?: Wish; move?: number | "back" };
const after = fc.integer({ min: 0, max: 9 });
const several = { minLength: 3, maxLength: 14 };
const decisionsOnly: fc.Arbitrary<Step[]> = fc.array(fc.record({ after, wish }), several);
const withMoves: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.record({ after, wish }) }, fc.record({ after, move })),
  several,
);
const firstDay = fc.integer({ min: -6, max: 60 });

const weeksOf = (count: number, change: (week: ProtocolVersion["weeks"][number]) => object = () => ({})) => ({
  ...version,
  weeks: Array.from({ length: count }, (_, i) => {
    const week = version.weeks[Math.min(i, version.weeks.length - 1)] as ProtocolVersion["weeks"][number];
    return { ...week, ...change(week), number: i + 1 };
  }),
});
const first = (week: ProtocolVersion["weeks"][number]) => ({ exercises: week.exercises.slice(0, 1) });
const versions: readonly ProtocolVersion[] = [version, weeksOf(6), weeksOf(14), weeksOf(10, first)];

/** All that was decided about one path, and what its client was told. */
type Life = {
  made: Decision[];
  version: ProtocolVersion;
  earlierVersions: { version: ProtocolVersion; until: LocalDate }[];
  moves: (VersionMove & { words: string | null })[];
  said: Map<string, string>;
};
const people = { name: "Tobias", partner: null, weeksFrom: START };
const say = (date: string) => `<${date}>`;
const inputOf = ({ made, version: current, earlierVersions }: Life, today: LocalDate): PathInput => ({
  ...{ version: current, earlierVersions, decisions: made, today },
  enrolment: { startDate: START, zone: "Europe/Berlin" },
});
const oracle = ({ made, version: current, earlierVersions }: Life, today: LocalDate) =>
  oracleOf((day) => earlierVersions.find(({ until }) => day < until)?.version ?? current, START, made, today);

/** The path in the terms of the oracle, and what both have to agree about. */
function agreed(life: Life, today: LocalDate): [unknown, unknown] {
  const path = protocolPath(inputOf(life, today));
  const one = oracle(life, today);
  const days = path.weeks.flatMap((week) =>
    week.exercises.flatMap(({ exercise: key, dose: asked, from, until }) => [
      [key, from, until, week.number, JSON.stringify(Object.entries(asked).sort())].join(" "),
    ]),
  );
  const isEnded = path.ended !== null;
  return [
    [path.waiting[0]?.number ?? null, path.endsOn, path.totalWeeks, path.paused !== null, isEnded, days.sort()],
    [
      ...[waitingOf(one), one.endedFrom ? addDays(one.endedFrom, -1) : one.lastDay, one.total, one.isPaused],
      ...[one.isEnded, rowsOf(one).sort()],
    ],
  ];
}
const waitingOf = ({ waitsFor, total }: Oracle) => (waitsFor !== null && waitsFor <= total ? waitsFor : null);

/** Rows of exercises by calendar week, from the days of the oracle. */
function rowsOf({ days }: Oracle): string[] {
  const weeks = new Map<number, { key: string; from: string; until: string; week: number; dose: string }[]>();
  for (const { day, week, asks } of days.values()) {
    const index = Math.floor((Date.parse(day) - Date.parse(START)) / (7 * 86_400_000));
    const rows = weeks.get(index) ?? [];
    weeks.set(index, rows);
    for (const [key, asked] of asks) {
      const known = rows.find((row) => row.key === key);
      if (known) Object.assign(known, { until: day, dose: asked });
      else rows.push({ key, from: day, until: day, week, dose: asked });
    }
  }
  return [...weeks.values()]
    .flat()
    .map(({ key, from, until, week, dose: asked }) => [key, from, until, week, asked].join(" "));
}

/** One decision, or none where it is refused. */
function decided(life: Life, change: Change, today: LocalDate): void {
  const { made, said } = life;
  const told = JSON.stringify([today, made, change]);
  const { refusal, changes, clientWords } = previewChange(inputOf(life, today), change, today, people, say);
  const decision = { id: `d${made.length}`, effectiveOn: today, madeAt: new Date(1e12 + made.length), change };
  const [before, then] = [oracle(life, today), oracle({ ...life, made: [...made, decision] }, today)];
  if (refusal !== null) {
    if (change.kind === "undo" && /over\b.*from here/.test(refusal)) expect(noticed(then)).toBe(noticed(before));
    return;
  }
  expect(noticed(then), told).not.toBe(noticed(before));
  expect(untrueFacts(version, before, then, changes), told).toEqual([]);
  made.push(decision);
  if (clientWords) said.set(decision.id, clientWords);
  if (clientWords && (before.days.get(today)?.week ?? 9) <= 4) expect(clientWords).not.toMatch(/cuddle/i);
}

/** One move to another version or back, or none where it is refused. */
function moved(life: Life, to: number | "back", today: LocalDate): Life {
  const standing = standingMove(life.moves);
  const place = life.moves.findIndex(({ id }) => id === standing?.id);
  const target = to === "back" ? life.earlierVersions[place]?.version : versions[to];
  if (!target || (to !== "back" && target === life.version)) return life;
  const { refusal, changes, clientWords } = previewMove(inputOf(life, today), target, say, to === "back");
  const withdraws = to === "back" ? (standing?.id ?? null) : null;
  const then: Life = {
    ...life,
    version: target,
    earlierVersions: [...life.earlierVersions, { version: life.version, until: today }],
    moves: [...life.moves, { id: `m${life.moves.length}`, effectiveOn: today, withdraws, words: clientWords }],
  };
  const [was, is] = [oracle(life, today), oracle(then, today)];
  const told = JSON.stringify([today, life.made, to, changes, clientWords]);
  const ahead = (one: Oracle) => JSON.stringify([daysAhead(one), one.waiting]);
  if (refusal !== null) {
    if (!was.isEnded) expect(ahead(is), told).toBe(ahead(was));
    return life;
  }
  expect(untrueFacts(version, was, is, changes), told).toEqual([]);
  if (ahead(is) !== ahead(was)) expect(clientWords, told).not.toBeNull();
  if (clientWords?.startsWith("From today")) expect(restOfWeek(is), told).not.toBe(restOfWeek(was));
  if (clientWords && /later weeks/.test(clientWords)) expect(restOfWeek(is), told).toBe(restOfWeek(was));
  return then;
}

/** What is asked for in the seven days of today, from today on. */
const restOfWeek = (one: Oracle) =>
  JSON.stringify(
    daysAhead(one)
      .filter(({ day }) => Math.floor(daysBetween(START, day) / 7) === Math.floor(daysBetween(START, one.today) / 7))
      .map(({ day, asks }) => [day, [...asks].sort()]),
  );

function expectTrueWords(life: Life, today: LocalDate) {
  const { made, moves, said } = life;
  const path = protocolPath(inputOf(life, today));
  const read = decisionsToReadAbout(made, new Set(said.keys()), path).map(({ id }) => said.get(id) ?? "");
  const ofMove = moveToReadAbout(moves, path)?.words;
  const all = ofMove ? [...read, ofMove] : read;
  expect(untrueWords(version, oracle(life, today), all), JSON.stringify([today, made, moves])).toEqual([]);
  const lasting = path.paused && made.find(({ id }) => id === path.paused?.decisionId);
  if (lasting && said.has(lasting.id) && path.status !== "ended" && path.status !== "finished")
    expect(read).toContain(said.get(lasting.id));
}

/** Lives the steps one after another, and looks at every day between them. */
function live(start: number, steps: readonly Step[]): void {
  let life: Life = { made: [], version, earlierVersions: [], moves: [], said: new Map() };
  let today = addDays(START, start);
  for (const step of steps) {
    for (let i = 0; i < step.after; i += 1) {
      today = addDays(today, 1);
      expectTrueWords(life, today);
    }
    if (step.wish) decided(life, step.wish(today, life.made), today);
    if (step.move !== undefined) life = moved(life, step.move, today);
    const [path, told] = agreed(life, today);
    expect(path, JSON.stringify([today, life.made, life.moves])).toEqual(told);
    expectTrueWords(life, today);
  }
}

describe("any history of decisions", () => {
  // Some ten seconds of work on a quiet machine; a busy one is no failure.
  const timeout = 120_000;
  it("is the path that its rules say, changes what it says before, and is told to the client in words that are true", {
    timeout,
  }, () => {
    fc.assert(fc.property(firstDay, decisionsOnly, live), { numRuns: 120 });
  });
  it("is so too where the path is moved to other versions and back", { timeout }, () => {
    fc.assert(fc.property(firstDay, withMoves, live), { numRuns: 80 });
  });
});
