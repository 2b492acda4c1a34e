import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change, Decision } from "@/lib/protocol/decision";
import { fixtureProtocol as version } from "@/lib/protocol/fixture-protocol.testing";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewChange } from "@/lib/protocol/preview";
import { protocolPath } from "@/lib/protocol/schedule";
import { noticed, type Oracle, oracleOf } from "@/lib/protocol/steering-oracle.testing";
import { untrueFacts, untrueWords } from "@/lib/protocol/steering-truth.testing";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";
import { addDays, type LocalDate } from "@/lib/time/local-date";

const START = "2026-11-02";
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
const steps = fc.array(fc.record({ after: fc.integer({ min: 0, max: 9 }), wish }), { minLength: 3, maxLength: 14 });
const firstDay = fc.integer({ min: -6, max: 60 });

const people = { name: "Tobias", partner: null, weeksFrom: START };
const inputOf = (decisions: Decision[], today: LocalDate): PathInput => ({
  version,
  enrolment: { startDate: START, zone: "Europe/Berlin" },
  decisions,
  today,
});
const oracle = (decisions: Decision[], today: LocalDate) => oracleOf(version, START, decisions, today);

/** The path in the terms of the oracle, and what both have to agree about. */
function agreed(decisions: Decision[], today: LocalDate): [unknown, unknown] {
  const path = protocolPath(inputOf(decisions, today));
  const one = oracle(decisions, today);
  const days = path.weeks.flatMap((week) =>
    week.exercises.flatMap(({ exercise: key, dose: asked, from, until }) => [
      [key, from, until, week.number, JSON.stringify(Object.entries(asked).sort())].join(" "),
    ]),
  );
  return [
    [
      path.waiting[0]?.number ?? null,
      path.endsOn,
      path.totalWeeks,
      path.paused !== null,
      path.ended !== null,
      days.sort(),
    ],
    [
      waitingOf(one),
      one.endedFrom ? addDays(one.endedFrom, -1) : one.lastDay,
      one.total,
      one.isPaused,
      one.isEnded,
      rowsOf(one).sort(),
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

describe("any history of decisions", () => {
  // Some ten seconds of work on a quiet machine; a busy one is no failure.
  const timeout = 120_000;
  it("is the path that its rules say, changes what it says before, and is told to the client in words that are true", {
    timeout,
  }, () => {
    fc.assert(
      fc.property(firstDay, steps, (first, list) => {
        const made: Decision[] = [];
        const said = new Map<string, string>();
        let today = addDays(START, first);
        for (const step of list) {
          for (let i = 0; i < step.after; i += 1) {
            today = addDays(today, 1);
            expectTrueWords(made, said, today);
          }
          const change = step.wish(today, made);
          const { refusal, changes, clientWords } = previewChange(
            inputOf(made, today),
            change,
            today,
            people,
            (d) => `<${d}>`,
          );
          const decision = { id: `d${made.length}`, effectiveOn: today, madeAt: new Date(1e12 + made.length), change };
          const [before, after] = [oracle(made, today), oracle([...made, decision], today)];
          if (refusal !== null) {
            if (/already|nothing|over\b.*from here/.test(refusal) && change.kind === "undo" && /over/.test(refusal))
              expect(noticed(after)).toBe(noticed(before));
            continue;
          }
          expect(noticed(after), JSON.stringify([today, made, change])).not.toBe(noticed(before));
          expect(untrueFacts(version, before, after, changes), JSON.stringify([today, made, change])).toEqual([]);
          made.push(decision);
          if (clientWords) said.set(decision.id, clientWords);
          if (clientWords && before.days.get(today)?.week !== undefined && (before.days.get(today)?.week ?? 9) <= 4)
            expect(clientWords).not.toMatch(/cuddle/i);
          const [path, told] = agreed(made, today);
          expect(path, JSON.stringify([today, made])).toEqual(told);
          expectTrueWords(made, said, today);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function expectTrueWords(made: Decision[], said: ReadonlyMap<string, string>, today: LocalDate) {
  const path = protocolPath(inputOf(made, today));
  const read = decisionsToReadAbout(made, new Set(said.keys()), path).map(({ id }) => said.get(id) ?? "");
  expect(untrueWords(version, oracle(made, today), read), JSON.stringify([today, made])).toEqual([]);
  const lasting = path.paused && made.find(({ id }) => id === path.paused?.decisionId);
  if (lasting && said.has(lasting.id) && path.status !== "ended" && path.status !== "finished")
    expect(read).toContain(said.get(lasting.id));
}
