import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenOwnSteps } from "@/lib/protocol/chosen-own-steps";
import type { Decision } from "@/lib/protocol/decision";
import type { GateHistory } from "@/lib/safety/gate";
import { at, choice, cleared, history, type Line } from "@/lib/safety/joint-steps.testing";
import { calendarOf, nextWeekBegins, weekBegan } from "@/lib/safety/practice-week";
import { nextBoundary, type SharedClassInput, type StopChoice, sharedClassAt } from "@/lib/safety/shared-class";
import { addDays } from "@/lib/time/local-date";

const kinds = fc.constantFrom<Line[1]>("clear", "stop", "asked", "unfinished", "screen", "owns", "reports");
const anyLines = fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), kinds), { maxLength: 10 });
const anyZone = fc.constantFrom("Europe/London", "Pacific/Auckland", "America/Los_Angeles");
const anyCalendar = fc.record({
  startDate: fc.integer({ min: 1, max: 14 }).map((day) => `2026-01-${`${day}`.padStart(2, "0")}`),
  zone: anyZone,
});
const anyChoices = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 60 }), fc.constantFrom<StopChoice["choice"]>("now", "next-week")),
  { maxLength: 3 },
);
const day = (n: number) => addDays("2026-01-05", n);
/** Own steps chosen on a path, and some of them taken back, or taken back and chosen again. */
const anyPath = fc
  .array(
    fc.record({
      made: fc.integer({ min: -5, max: 50 }),
      ahead: fc.nat(6),
      days: fc.option(fc.integer({ min: 1, max: 20 })),
      undone: fc.option(fc.integer({ min: 0, max: 15 * 24 })),
      again: fc.option(fc.integer({ min: 0, max: 5 * 24 })),
    }),
    { maxLength: 3 },
  )
  .map((rows) =>
    rows.flatMap(({ made, ahead, days, undone, again }, i): Decision[] => {
      const id = `own${i}`;
      const from = day(made + ahead);
      const own = { kind: "own-steps", from, until: days === null ? null : addDays(from, days) } as const;
      const undo = (name: string, undoes: string, hours: number): Decision => {
        const madeAt = at(made, 14 + hours);
        return { id: name, effectiveOn: day(made), madeAt, change: { kind: "undo", undoes } };
      };
      return [
        { id, effectiveOn: day(made), madeAt: at(made, 14), change: own },
        ...(undone === null ? [] : [undo(`${id}u`, id, undone)]),
        ...(undone === null || again === null ? [] : [undo(`${id}uu`, `${id}u`, undone + again)]),
      ];
    }),
  );
const anyInput = fc
  .record({
    mine: anyLines,
    theirs: anyLines,
    isLinked: fc.boolean(),
    a: anyCalendar,
    b: anyCalendar,
    zone: anyZone,
    chosen: anyPath,
    partnerChosen: anyPath,
    choices: anyChoices,
    own: fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 4 }),
  })
  .map(
    ({ mine, theirs, isLinked, a, b, zone, chosen, partnerChosen, choices, own }): SharedClassInput => ({
      history: history([...cleared, ...(mine as Line[])]),
      calendar: a,
      link: isLinked
        ? {
            linkedAt: at(-40),
            endedAt: null,
            endShownAt: null,
            calendar: calendarOf([a.startDate, b.startDate], zone),
            partner: { history: history([...cleared, ...(theirs as Line[])]), chosen: chosenOwnSteps(partnerChosen) },
          }
        : null,
      ownDays: own.map((day) => at(day, 9)),
      chosen: chosenOwnSteps(chosen),
      choices: choices.map(([day, kind]) => choice(day, kind)),
    }),
  );

describe("any history", () => {
  it("opens joint steps at the start of a practice week alone", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: -5, max: 70 }), fc.nat(23), (input, day, hour) => {
        const now = at(day, hour);
        if (!sharedClassAt(input, now).open) return;
        const calendar = input.link?.calendar ?? input.calendar;
        for (let then = weekBegan(calendar, now).getTime(); then <= now.getTime(); then += 3 * 3_600_000)
          expect(sharedClassAt(input, new Date(then)).open).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
  it("shows no answer, draft or decision of anybody before the next practice week begins", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 0, max: 40 }), kinds, fc.boolean(), (input, day, what, isMine) => {
        if (what === "asked") return;
        const said = at(day, 10);
        const add = (to: GateHistory): GateHistory => {
          const more = history([[day, what]]);
          return {
            screens: [...to.screens, ...more.screens],
            decisions: [...to.decisions, ...more.decisions],
            waits: to.waits,
          };
        };
        const link = input.link;
        const after: SharedClassInput =
          isMine || !link
            ? { ...input, history: add(input.history) }
            : { ...input, link: { ...link, partner: { ...link.partner, history: add(link.partner.history) } } };
        const calendar = link?.calendar ?? input.calendar;
        const until = nextWeekBegins(calendar, said).getTime();
        for (let then = said.getTime(); then < until; then += 6 * 3_600_000)
          expect(sharedClassAt(after, new Date(then))).toEqual(sharedClassAt(input, new Date(then)));
      }),
      { numRuns: 400 },
    );
  });
  it("is one and the same for both of a couple, at every hour, wherever each of them lives or moves to", () => {
    fc.assert(
      fc.property(anyInput, anyCalendar, fc.integer({ min: -5, max: 70 }), fc.nat(23), (input, their, day, hour) => {
        if (!input.link) return;
        const { link } = input;
        const partner = { history: input.history, chosen: input.chosen };
        const other: SharedClassInput = {
          ...input,
          ...link.partner,
          calendar: their,
          link: { ...link, partner },
        };
        const moved = { ...input, calendar: { ...input.calendar, zone: their.zone } };
        for (const same of [other, moved]) {
          expect(sharedClassAt(same, at(day, hour))).toEqual(sharedClassAt(input, at(day, hour)));
          expect(nextBoundary(same, at(day, hour))).toEqual(nextBoundary(input, at(day, hour)));
        }
      }),
      { numRuns: 400 },
    );
  });
});
