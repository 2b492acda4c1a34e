"use server";

import { addChartNote, editChartNote, turnChartNote } from "@/db/commands/connection/keep-chart-note";
import { changeGoal, reviewGoal, setGoal } from "@/db/commands/goals/set-goal";
import { addChartNoteForm, editChartNoteForm, turnChartNoteForm } from "@/lib/connection/chart-note";
import { changeGoalForm, reviewGoalForm, setGoalForm } from "@/lib/goals/goal-forms";
import { staffAction } from "@/server/form-action";

export const writeGoal = staffAction(setGoalForm, async (scope, form) => {
  await setGoal(scope, form);
  return { refresh: true, message: "Written down" };
});

export const alterGoal = staffAction(changeGoalForm, async (scope, form) => {
  await changeGoal(scope, form);
  return { refresh: true, message: "Changed" };
});

export const lookAtGoal = staffAction(reviewGoalForm, async (scope, form) => {
  await reviewGoal(scope, form);
  return { refresh: true, message: "Kept" };
});

export const addNote = staffAction(addChartNoteForm, async (scope, form) => {
  await addChartNote(scope, form);
  return { refresh: true, message: "It stands on the chart" };
});

export const editNote = staffAction(editChartNoteForm, async (scope, form) => {
  await editChartNote(scope, form);
  return { refresh: true, message: "Changed" };
});

export const turnNote = staffAction(turnChartNoteForm, async (scope, form) => {
  await turnChartNote(scope, form);
  return { refresh: true };
});
