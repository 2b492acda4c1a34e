"use server";

import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { moveAppointment, takeAppointmentStep } from "@/db/commands/appointments/take-appointment-step";
import { bookForm, moveForm, stepForm } from "@/lib/appointments/appointment-forms";
import { paths } from "@/lib/paths";
import { staffAction } from "@/server/form-action";

export const book = staffAction(bookForm, async (scope, form) => {
  await bookAppointment(scope, form);
  return { next: paths.session(form.id) };
});

export const move = staffAction(moveForm, async (scope, form) => {
  await moveAppointment(scope, form);
  return { refresh: true, message: "Moved" };
});

export const takeStep = staffAction(stepForm, async (scope, form) => {
  await takeAppointmentStep(scope, form);
  return { refresh: true, message: "Kept" };
});
