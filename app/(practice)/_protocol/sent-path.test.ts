import { expect, it } from "vitest";
import type { PathRow } from "./path-view";
import { sentPath, statesOf } from "./sent-path";

const row: PathRow = {
  ...{ exercise: "small-secret", title: "Share a small secret", dose: "Once", label: "Done on Mon" },
  ...{ form: null, today: undefined, total: { logged: 1, words: "of 1" } },
  states: ["done", "tried", "skipped", "unlogged", "planned", "rest", "rest"],
};
const week = { key: "2026-11-30", index: 0, number: 1, note: null, state: "past" as const };
const phases = (rows: PathRow[]) => [
  { phase: { number: 1, title: "Small Steps" }, span: "Week 1", weeks: [{ ...week, rows }] },
];

it("sends a letter for each day, which reads as what it was, and nothing for what is not there", () => {
  const [sent] = sentPath(phases([row]))[0]?.weeks[0]?.rows ?? [];
  expect(sent).not.toHaveProperty("form");
  expect(sent).not.toHaveProperty("today");
  expect(sent?.marks).toHaveLength(7);
  expect(statesOf(sent?.marks ?? "")).toEqual(row.states);
});

it("keeps today, own steps and what is unusual about a week", () => {
  const [{ weeks = [] } = {}] = sentPath(phases([{ ...row, form: "own steps", today: 0 }]));
  expect(weeks[0]?.rows[0]).toMatchObject({ form: "own steps", today: 0 });
  expect(weeks[0]).not.toHaveProperty("note");
});
