import { randomUUID } from "node:crypto";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { lockAppointment } from "@/db/commands/appointments/lock-appointment";
import { moveAppointment, takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { addChartNote, editChartNote, turnChartNote } from "@/db/commands/connection/keep-chart-note";
import { changeGoal, reviewGoal, setGoal } from "@/db/commands/goals/set-goal";
import { amendNote } from "@/db/commands/notes/amend-note";
import { signNote } from "@/db/commands/notes/sign-note";
import { writeApart } from "@/db/commands/notes/write-apart";
import { bookingOf } from "@/db/testing/appointment-booking";
import { agreedAlone, chartNoteOf, goalOf } from "@/db/testing/goal-setting";
import type { Case } from "@/db/testing/life-commands";
import { testToday } from "@/db/testing/mint";
import { amending, signing } from "@/db/testing/note-signing";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";
import { editChartNoteForm } from "@/lib/connection/chart-note";
import { changeGoalForm, reviewGoalForm } from "@/lib/goals/goal-forms";

const seen = "1";

/** Commands about a client’s sessions, their notes and goals. A supervisor’s own, the second signature, has tests beside it. */
export const appointmentCommands: Record<string, Case> = {
  bookAppointment: {
    run: (scope, { clientId }) => bookAppointment(scope, bookingOf("client", clientId, { date: "2031-01-06" })),
  },
  lockAppointment: { run: (scope, { appointmentId }) => lockAppointment(scope, { appointmentId, seen: 1 }) },
  moveAppointment: {
    run: (scope, { appointmentId }) =>
      moveAppointment(scope, moveForm.parse({ appointmentId, seen, date: "2031-01-06", time: "09:00", minutes: "50" })),
  },
  signNote: {
    // Signed already: the form of an earlier page is refused to whoever may write it.
    run: (scope, { appointmentId }) => signNote(scope, signing(appointmentId)),
  },
  amendNote: { run: (scope, { noteId }) => amendNote(scope, amending(noteId, 1, { data: "She came late." })) },
  writeApart: {
    run: (scope, { appointmentId }) => writeApart(scope, { id: randomUUID(), appointmentId, words: "Mine" }),
  },
  setGoal: { run: (scope, { clientId }) => setGoal(scope, goalOf(clientId)) },
  changeGoal: {
    run: (scope, { goalId }) =>
      changeGoal(
        scope,
        changeGoalForm.parse({ goalId, seen, words: "Mine", measure: "none", line: "", ...agreedAlone }),
      ),
  },
  reviewGoal: {
    run: (scope, { goalId }) =>
      reviewGoal(scope, reviewGoalForm.parse({ goalId, seen, kind: "met", appointmentId: "", note: "" })),
  },
  addChartNote: { run: (scope, { clientId }) => addChartNote(scope, chartNoteOf(clientId)) },
  editChartNote: {
    run: (scope, { chartNoteId: noteId }) =>
      editChartNote(scope, editChartNoteForm.parse({ noteId, seen, words: "Mine", date: testToday })),
  },
  turnChartNote: {
    run: (scope, { chartNoteId: noteId }) => turnChartNote(scope, { noteId, seen: 1, kind: "removed" }),
  },
  takeAppointmentStep: {
    run: (scope, { appointmentId }) =>
      takeAppointmentStep(scope, stepForm.parse({ appointmentId, seen, kind: "cancelled", cause: "client" })),
  },
};
