import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { addChartNote } from "@/db/commands/connection/keep-chart-note";
import { setGoal } from "@/db/commands/goals/set-goal";
import { withScope } from "@/db/scope";
import { testNow, testToday } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { type AddChartNoteForm, addChartNoteForm } from "@/lib/connection/chart-note";
import { type SetGoalForm, setGoalForm } from "@/lib/goals/goal-forms";

type Fields<K extends string> = Partial<Record<K, string>>;

export const agreedAlone = { agreedWith: "client", agreedHow: "session", agreedOn: testToday } as const;

/** A form that writes a goal down, with a line on connection. */
export const goalOf = (
  clientId: string,
  more: Fields<"id" | "words" | "measure" | "line" | "shown" | "agreedOn"> = {},
): SetGoalForm =>
  setGoalForm.parse({
    ...{ id: randomUUID(), clientId, words: "To say what I need.", measure: "connection", line: "7" },
    ...{ ...agreedAlone, ...more },
  });

/** A form that puts something on the connection chart. */
export const chartNoteOf = (clientId: string, more: Fields<"id" | "words" | "date" | "shown"> = {}): AddChartNoteForm =>
  addChartNoteForm.parse({ id: randomUUID(), clientId, words: "Moved house.", date: testToday, ...more });

export async function withGoal(pool: Pool, actor: StaffActor, form: SetGoalForm, now = testNow): Promise<string> {
  await withScope(pool, actor, now, (scope) => setGoal(scope, form));
  return form.id;
}

export async function withChartNote(
  pool: Pool,
  actor: StaffActor,
  form: AddChartNoteForm,
  now = testNow,
): Promise<string> {
  await withScope(pool, actor, now, (scope) => addChartNote(scope, form));
  return form.id;
}
