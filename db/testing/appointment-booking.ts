import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { bookAppointment } from "@/db/commands/appointments/book-appointment";
import { withScope } from "@/db/scope";
import { testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { type BookForm, bookForm, subjectText } from "@/lib/appointments/appointment-forms";

type More = Partial<Record<"date" | "time" | "minutes" | "place" | "unlisted" | "again" | "id", string>>;

/** A form that books a session with one client or one couple, on the day after the test's own unless told. */
export const bookingOf = (kind: "client" | "couple", id: string, more: More = {}): BookForm =>
  bookForm.parse({
    ...{ id: randomUUID(), with: subjectText(kind, id), date: "2026-11-24", time: "14:00", minutes: "50" },
    ...{ place: "Room 2", ...more },
  });

/** Books it and gives its id. */
export async function booked(pool: Pool, actor: StaffActor, form: BookForm, now = testNow): Promise<string> {
  await withScope(pool, actor, now, (scope) => bookAppointment(scope, form));
  return form.id;
}
