import { randomUUID } from "node:crypto";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { lockAppointment } from "@/db/commands/appointments/lock-appointment";
import { moveAppointment, takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { amendNote } from "@/db/commands/notes/amend-note";
import { signNote } from "@/db/commands/notes/sign-note";
import { writeApart } from "@/db/commands/notes/write-apart";
import { bookingOf } from "@/db/testing/appointment-booking";
import type { Case } from "@/db/testing/life-commands";
import { amending, signing } from "@/db/testing/note-signing";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";

const seen = "1";

/** Commands about a client’s sessions and their notes. A supervisor’s own, the second signature, has tests beside it. */
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
  takeAppointmentStep: {
    run: (scope, { appointmentId }) =>
      takeAppointmentStep(scope, stepForm.parse({ appointmentId, seen, kind: "cancelled", cause: "client" })),
  },
};
