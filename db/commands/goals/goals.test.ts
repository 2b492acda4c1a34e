import { beforeAll, describe, expect, it } from "vitest";
import { getOwnChartNotes } from "@/db/queries/connection/chart-notes";
import { getOwnPages } from "@/db/queries/exports/own-pages";
import { getGoalsPage, getOwnGoals } from "@/db/queries/goals/goals";
import { type Scope, withScope } from "@/db/scope";
import { booked, bookingOf } from "@/db/testing/appointment-booking";
import { testPool } from "@/db/testing/database";
import { agreedAlone, chartNoteOf, goalOf, withChartNote, withGoal } from "@/db/testing/goal-setting";
import { type LinkedCouple, linkedCouple } from "@/db/testing/linked-couple";
import { testNow, testToday } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor, StaffActor } from "@/lib/actor";
import { editChartNoteForm } from "@/lib/connection/chart-note";
import { NotFound, Refused } from "@/lib/errors";
import { changeGoalForm, reviewGoalForm } from "@/lib/goals/goal-forms";
import { addChartNote, editChartNote, turnChartNote } from "../connection/keep-chart-note";
import { changeGoal, reviewGoal, setGoal } from "./set-goal";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);

let home: LinkedCouple;
let therapist: StaffActor;
beforeAll(async () => {
  home = await linkedCouple(pool);
  therapist = home.practice.therapist;
});

const page = () => as(therapist, (scope) => getGoalsPage(scope, home.ines.clientId));
const goalNamed = async (id: string) => (await page()).goals.find((one) => one.id === id);
const review = (goalId: string, seen: number, kind: string, more: object = {}) =>
  reviewGoalForm.parse({ goalId, seen: String(seen), kind, appointmentId: "", note: "", ...more });

describe("a goal", () => {
  it("is written down once, with how it was agreed, and every step keeps its author and time", async () => {
    const form = goalOf(home.ines.clientId, { words: "Not to go quiet." });
    await withGoal(pool, therapist, form);
    await withGoal(pool, therapist, form);
    await expect(as(therapist, (scope) => setGoal(scope, { ...form, words: "Else." }))).rejects.toThrow(Refused);
    const appointmentId = await booked(
      pool,
      therapist,
      bookingOf("client", home.ines.clientId, { date: testToday, time: "08:00", again: "yes" }),
    );
    await as(therapist, (scope) => reviewGoal(scope, review(form.id, 1, "going-on", { appointmentId, note: "Hard." })));
    const other = { goalId: form.id, words: "To speak first.", measure: "emotional", line: "60", ...agreedAlone };
    await as(therapist, (scope) => changeGoal(scope, changeGoalForm.parse({ ...other, seen: "2" })));
    await as(therapist, (scope) => reviewGoal(scope, review(form.id, 3, "met")));
    const goal = await goalNamed(form.id);
    expect(
      goal?.steps.map(({ kind, words, measure, line, note, by }) => ({ kind, words, measure, line, note, by })),
    ).toEqual(
      [
        { kind: "set", words: "Not to go quiet.", measure: "connection", line: 7, note: null },
        { kind: "going-on", words: "Not to go quiet.", measure: "connection", line: 7, note: "Hard." },
        { kind: "changed", words: "To speak first.", measure: "emotional", line: 60, note: null },
        { kind: "met", words: "To speak first.", measure: "emotional", line: 60, note: null },
      ].map((one) => ({ ...one, by: therapist.name })),
    );
    expect(goal?.steps[1]?.reviewedAt).toEqual(new Date(`${testToday}T08:00:00Z`));
    expect(goal?.steps[0]).toMatchObject({
      agreedWith: "client",
      agreedHow: "session",
      agreedOn: testToday,
      at: testNow,
    });
    const audit = (await auditOf(pool, home.practice.system)).map(({ action }) => action);
    for (const kind of ["set", "going-on", "changed", "met"]) expect(audit).toContain(`goals.${kind}`);
  });

  it("is not written over by a page that has not seen the newest, and is over until it is taken up again", async () => {
    const id = await withGoal(pool, therapist, goalOf(home.ines.clientId));
    await as(therapist, (scope) => reviewGoal(scope, review(id, 1, "let-go")));
    await expect(as(therapist, (scope) => reviewGoal(scope, review(id, 1, "met")))).rejects.toThrow(
      /Something has changed/,
    );
    await expect(as(therapist, (scope) => reviewGoal(scope, review(id, 2, "met")))).rejects.toThrow(/is over/);
    await as(therapist, (scope) => reviewGoal(scope, review(id, 2, "going-on")));
    await expect(
      as(therapist, (scope) => setGoal(scope, goalOf(home.ines.clientId, { agreedOn: "2031-01-06" }))),
    ).rejects.toThrow(/has come/);
  });

  it("knows no session of somebody else", async () => {
    const id = await withGoal(pool, therapist, goalOf(home.ines.clientId));
    const appointmentId = await booked(pool, therapist, bookingOf("client", home.dario.clientId, { time: "07:00" }));
    await expect(as(therapist, (scope) => reviewGoal(scope, review(id, 1, "met", { appointmentId })))).rejects.toThrow(
      NotFound,
    );
  });

  it("is read by its client where that was chosen, in words and without the line, and never by the partner", async () => {
    const words = "To be held without asking.";
    const id = await withGoal(pool, therapist, goalOf(home.ines.clientId, { words, shown: "yes" }));
    await withGoal(pool, therapist, goalOf(home.ines.clientId, { words: "Kept in the room." }));
    const own = await as(home.ines, getOwnGoals);
    expect(own).toContainEqual({ id, words, agreedOn: testToday });
    expect(JSON.stringify(own)).not.toMatch(/Kept in the room|line|measure/);
    expect(await as(home.dario, getOwnGoals)).toEqual([]);
    expect(JSON.stringify(await as(home.ines, getOwnPages))).toContain(words);
    await as(therapist, (scope) => reviewGoal(scope, review(id, 1, "met")));
    expect((await as(home.ines, getOwnGoals)).map((one) => one.id)).not.toContain(id);
  });
});

describe("a note on the connection chart", () => {
  it("is added once, edited, taken off and put back, and all of it can be read", async () => {
    const form = chartNoteOf(home.ines.clientId, { words: "Moved house." });
    const noteId = await withChartNote(pool, therapist, form);
    await withChartNote(pool, therapist, form);
    await expect(as(therapist, (scope) => addChartNote(scope, { ...form, words: "Else." }))).rejects.toThrow(Refused);
    const edit = editChartNoteForm.parse({
      noteId,
      seen: "1",
      date: "2026-11-20",
      words: "Moved in together.",
      shown: "yes",
    });
    await as(therapist, (scope) => editChartNote(scope, edit));
    await expect(as(therapist, (scope) => editChartNote(scope, edit))).rejects.toThrow(/Something has changed/);
    await as(therapist, (scope) => turnChartNote(scope, { noteId, seen: 2, kind: "removed" }));
    await expect(as(therapist, (scope) => editChartNote(scope, { ...edit, seen: 3 }))).rejects.toThrow(
      /Put it back first/,
    );
    await as(therapist, (scope) => turnChartNote(scope, { noteId, seen: 3, kind: "restored" }));
    const note = (await page()).notes.find(({ id }) => id === noteId);
    expect(note?.steps.map(({ kind, date, words, isShown }) => [kind, date, words, isShown])).toEqual([
      ["added", testToday, "Moved house.", false],
      ["edited", "2026-11-20", "Moved in together.", true],
      ["removed", "2026-11-20", "Moved in together.", true],
      ["restored", "2026-11-20", "Moved in together.", true],
    ]);
    await expect(
      as(therapist, (scope) => addChartNote(scope, chartNoteOf(home.ines.clientId, { date: "2031-01-06" }))),
    ).rejects.toThrow(/has come/);
  });

  it("never reaches the client while it is hidden or taken off, and never the partner", async () => {
    const hidden = await withChartNote(pool, therapist, chartNoteOf(home.ines.clientId, { words: "Hidden one." }));
    const shown = await withChartNote(
      pool,
      therapist,
      chartNoteOf(home.ines.clientId, { words: "Open one.", shown: "yes" }),
    );
    const own = async () => JSON.stringify(await as(home.ines, getOwnChartNotes));
    expect(await own()).toContain("Open one.");
    expect(await own()).not.toContain("Hidden one.");
    expect(JSON.stringify(await as(home.ines, getOwnPages))).not.toContain("Hidden one.");
    expect(await as(home.dario, getOwnChartNotes)).toEqual([]);
    await as(therapist, (scope) => turnChartNote(scope, { noteId: shown, seen: 1, kind: "removed" }));
    expect(await own()).not.toContain("Open one.");
    expect((await page()).notes.map(({ id }) => id)).toContain(hidden);
  });
});
