import { describe, expect, it } from "vitest";
import { codebook } from "@/lib/exports/codebook";
import { longRows } from "@/lib/exports/long-rows";
import type { ExportedRecord, ExportedSitting } from "@/lib/exports/record";
import { columnOf, wideRows } from "@/lib/exports/wide-rows";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";

const sitting = (given: Partial<ExportedSitting>): ExportedSitting => ({
  ...{
    id: "a1",
    instrument: fiveDimensions,
    week: 0,
    opensOn: "2026-11-02",
    dueOn: "2026-11-04",
    expiresOn: "2026-11-20",
  },
  ...{ date: null, submittedAt: null, withdrawal: null, scores: [], answers: [] },
  ...given,
});
const record: ExportedRecord = {
  ...{ clientId: "c1", recordNumber: 12, name: null, zone: "Europe/Berlin", today: "2026-11-06" },
  path: {
    ...{ id: "e1", protocol: "Ten weeks", startsOn: "2026-11-02", endsOn: null, isEnded: false },
    pausedDays: new Set(["2026-11-04"]),
    weekOn: (day) => (day >= "2026-11-02" ? 1 : null),
  },
  exerciseTitles: { "small-secret": "Share a small secret" },
  checks: [
    { id: "k1", date: "2026-11-02", recordedAt: "2026-11-02T08:00:00.000Z", score: 4, note: "=1+1" },
    { id: "k2", date: "2026-11-02", recordedAt: "2026-11-02T20:00:00.000Z", score: 7, note: null },
  ],
  sittings: [
    sitting({
      date: "2026-11-03",
      submittedAt: "2026-11-03T09:00:00.000Z",
      scores: [
        { form: "now", scale: "emotional", status: "scored", score: 48, answered: 6, items: 6 },
        { form: "now", scale: "social", status: "prorated", score: 76.84, answered: 5, items: 6 },
        { form: "wished", scale: "emotional", status: "unscored", score: null, answered: 2, items: 6 },
      ],
      answers: [
        { itemId: "e1", form: "now", value: 3 },
        { itemId: "e2", form: "now", value: null },
      ],
    }),
    sitting({ id: "a2", opensOn: "2026-11-05", dueOn: "2026-11-09" }),
    sitting({ id: "a3", expiresOn: "2026-11-05" }),
    sitting({ id: "a4", withdrawal: "voided", submittedAt: "2026-11-03T09:30:00.000Z", date: "2026-11-03" }),
  ],
  hasAnswers: true,
  attempts: [
    {
      ...{ id: "x1", date: "2026-11-03", exercise: "small-secret", form: "shared", outcome: "skipped" },
      ...{ skipReason: "too-big", anxietyBefore: 0, anxietyAfter: null, howItWent: null, rating: 4, reflection: null },
    },
  ],
  moves: [],
  goals: [],
  sessions: [],
  consents: [{ decision: "agreed", version: 3, decidedAt: "2026-11-01T10:00:00.000Z" }],
};

describe("the long table", () => {
  const rows = longRows(record);
  const of = (variable: string, form: string | null, source: string) =>
    rows.find((row) => row.variable === variable && row.form === form && row.source === source);

  it("holds each check, and each day without one with its reason; today is not over", () => {
    const checks = rows.filter(({ kind }) => kind === "check");
    expect(checks.map(({ date, value, status, reason }) => [date, value, status, reason])).toEqual([
      ["2026-11-02", 4, "given", null],
      ["2026-11-02", 7, "given", null],
      ["2026-11-03", null, "missing", "No check on this day."],
      ["2026-11-04", null, "missing", "The path was paused."],
      ["2026-11-05", null, "missing", "No check on this day."],
    ]);
  });
  it("gives scores rounded as on every page, and says why one is prorated or missing", () => {
    expect(of("emotional", "now", "a1")).toMatchObject({
      value: 48,
      status: "scored",
      reason: null,
      least: 0,
      most: 96,
    });
    expect(of("social", "now", "a1")).toMatchObject({
      value: 76.8,
      status: "prorated",
      reason: "Prorated, 5 of 6 answered.",
    });
    expect(of("emotional", "wished", "a1")).toMatchObject({
      value: null,
      status: "missing",
      reason: "No score, 2 of 6 answered.",
    });
  });
  it("says of each sitting without scores what became of it", () => {
    const whys = (source: string) => [
      ...new Set(rows.filter((row) => row.source === source).map(({ reason }) => reason)),
    ];
    expect(whys("a2")).toEqual(["Not sent yet."]);
    expect(whys("a3")).toEqual(["Closed without an answer."]);
    expect(whys("a4")).toEqual(["Set aside after it was sent."]);
    expect(rows.filter(({ status }) => status === "missing").every(({ reason }) => reason !== null)).toBe(true);
  });
  it("keeps what was left out apart from what was never asked, and a nought from nothing", () => {
    expect(of("e2", "now", "a1")).toMatchObject({
      kind: "answer",
      value: null,
      status: "missing",
      reason: "Left out.",
    });
    expect(of("anxiety-before", "shared", "x1")).toMatchObject({ value: 0, status: "given" });
    expect(of("anxiety-after", "shared", "x1")).toBeUndefined();
    expect(of("outcome", "shared", "x1")).toMatchObject({ text: "skipped", reason: "too-big" });
  });
});

describe("the wide table", () => {
  const { columns, rows } = wideRows(record);
  const cell = (date: string, column: string) => rows.find((row) => row[1] === date)?.[columns.indexOf(column)];

  it("has one row a day, the mean of its checks, and the missing in words", () => {
    expect(new Set(rows.map((row) => row[1])).size).toBe(rows.length);
    expect(cell("2026-11-02", "connection-check.closeness")).toBe(5.5);
    expect(cell("2026-11-03", "five-dimensions.now.social")).toBe(76.8);
    expect(cell("2026-11-03", "connection-check.closeness")).toBeNull();
    expect(cell("2026-11-04", "missing")).toContain("connection-check.closeness: The path was paused.");
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
  it("is described column by column", () => {
    const described = codebook(record).map(({ column }) => column);
    expect(columns.slice(3, -1).filter((column) => !described.includes(column))).toEqual([]);
    expect(new Set(described).size).toBe(described.length);
    expect(codebook(record).find(({ column }) => column === "small-secret.shared.rating")?.label).toContain(
      "Share a small secret",
    );
    expect(longRows(record).every((row) => described.includes(columnOf(row)))).toBe(true);
  });
});

describe("goals and sessions", () => {
  const more: ExportedRecord = {
    ...record,
    goals: [
      {
        ...{
          id: "g1",
          words: "=To stay",
          measure: "social",
          line: 60,
          startedOn: "2026-11-02",
          agreedOn: "2026-11-03",
        },
        ...{ standing: "met", since: "2026-11-04" },
      },
    ],
    sessions: [
      {
        ...{ id: "s1", date: "2026-11-04", startsAt: "2026-11-04T09:00:00.000Z", endsAt: "2026-11-04T09:50:00.000Z" },
        ...{ minutes: 50, status: "missed" },
      },
    ],
  };
  it("have rows of their own in the long table, with the ends of their scale, and no place in a row per day", () => {
    const rows = longRows(more).filter(({ kind }) => kind === "goal" || kind === "session");
    expect(
      rows.map(({ date, form, variable, value, text, least, most }) => [
        date,
        form,
        variable,
        value,
        text,
        least,
        most,
      ]),
    ).toEqual([
      ["2026-11-02", null, "words", null, "=To stay", null, null],
      ["2026-11-02", "social", "line", 60, null, 0, 96],
      ["2026-11-04", null, "standing", null, "met", null, null],
      ["2026-11-04", null, "minutes", 50, "missed", 10, 240],
    ]);
    expect(wideRows(more).columns).toEqual(wideRows(record).columns);
    const columns = codebook(more).map(({ column }) => column);
    for (const column of ["goal.words", "goal.social.line", "goal.standing", "session.minutes"])
      expect(columns).toContain(column);
  });
});
