import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GateHistory } from "@/lib/safety/gate";
import { at, choice, cleared, history, type Line } from "@/lib/safety/joint-steps.testing";
import { nextWeekBegins, weekBegan } from "@/lib/safety/practice-week";
import { type SharedClassInput, type StopChoice, sharedClassAt } from "@/lib/safety/shared-class";

const kinds = fc.constantFrom<Line[1]>("clear", "stop", "asked", "unfinished", "screen", "owns", "reports");
const anyLines = fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), kinds), { maxLength: 10 });
const anyCalendar = fc.record({
  startDate: fc.integer({ min: 1, max: 14 }).map((day) => `2026-01-${`${day}`.padStart(2, "0")}`),
  zone: fc.constantFrom("Europe/London", "Asia/Tokyo", "America/Sao_Paulo"),
});
const anyChoices = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 60 }), fc.constantFrom<StopChoice["choice"]>("now", "next-week")),
  { maxLength: 3 },
);
const anyInput = fc
  .record({
    mine: anyLines,
    theirs: anyLines,
    isLinked: fc.boolean(),
    a: anyCalendar,
    b: anyCalendar,
    choices: anyChoices,
    own: fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 4 }),
  })
  .map(
    ({ mine, theirs, isLinked, a, b, choices, own }): SharedClassInput => ({
      history: history([...cleared, ...(mine as Line[])]),
      calendar: a,
      link: isLinked
        ? {
            linkedAt: at(-40),
            endedAt: null,
            endShownAt: null,
            partner: { history: history([...cleared, ...(theirs as Line[])]), calendar: b },
          }
        : null,
      ownDays: own.map((day) => at(day, 9)),
      choices: choices.map(([day, kind]) => choice(day, kind)),
    }),
  );

describe("any history", () => {
  it("opens joint steps at the start of a practice week alone", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: -5, max: 70 }), fc.nat(23), (input, day, hour) => {
        const now = at(day, hour);
        if (!sharedClassAt(input, now).open) return;
        const calendar =
          input.link && input.link.partner.calendar.startDate < input.calendar.startDate
            ? input.link.partner.calendar
            : input.calendar;
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
        const calendar =
          link && link.partner.calendar.startDate < input.calendar.startDate ? link.partner.calendar : input.calendar;
        const until = nextWeekBegins(calendar, said).getTime();
        for (let then = said.getTime(); then < until; then += 6 * 3_600_000)
          expect(sharedClassAt(after, new Date(then))).toEqual(sharedClassAt(input, new Date(then)));
      }),
      { numRuns: 400 },
    );
  });
  it("is one and the same for both of a couple", () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: -5, max: 70 }), (input, day) => {
        if (!input.link) return;
        const { link } = input;
        const other: SharedClassInput = {
          ...input,
          history: link.partner.history,
          calendar: link.partner.calendar,
          link: { ...link, partner: { history: input.history, calendar: input.calendar } },
        };
        if (link.partner.calendar.startDate === input.calendar.startDate) return;
        expect(sharedClassAt(other, at(day))).toEqual(sharedClassAt(input, at(day)));
      }),
    );
  });
});
