import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { lockAppointment } from "@/db/commands/appointments/lock-appointment";
import { moveAppointment, takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { bookingOf } from "@/db/testing/appointment-booking";
import type { Case } from "@/db/testing/life-commands";
import { moveForm, stepForm } from "@/lib/appointments/appointment-forms";

const seen = "1";

/** Commands about a client’s sessions. */
export const appointmentCommands: Record<string, Case> = {
  bookAppointment: {
    run: (scope, { clientId }) => bookAppointment(scope, bookingOf("client", clientId, { date: "2031-01-06" })),
  },
  lockAppointment: { run: (scope, { appointmentId }) => lockAppointment(scope, { appointmentId, seen: 1 }) },
  moveAppointment: {
    run: (scope, { appointmentId }) =>
      moveAppointment(scope, moveForm.parse({ appointmentId, seen, date: "2031-01-06", time: "09:00", minutes: "50" })),
  },
  takeAppointmentStep: {
    run: (scope, { appointmentId }) =>
      takeAppointmentStep(scope, stepForm.parse({ appointmentId, seen, kind: "cancelled", cause: "client" })),
  },
};
