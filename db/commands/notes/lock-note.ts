import { and, eq } from "drizzle-orm";
import { reachesAppointment } from "@/db/queries/appointments/appointment-rows";
import { noteOfSession, type SignedNote } from "@/db/queries/notes/note-rows";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { NoteVersion } from "@/lib/notes/note";
import { appointment } from "../../schema/appointments";
import { sessionNote } from "../../schema/notes";
import type { Scope } from "../../scope";
import type { Purpose } from "../../visibility";
import { lockWhoCame } from "../appointments/lock-appointment";

export type LockedNote = { note: SignedNote; newest: NoteVersion; clientIds: string[] };

/** A signed note that the caller reaches, held with whoever it is about: of two who write at once the second sees the first. */
export async function lockNote(scope: Scope<StaffActor>, noteId: string, purpose: Purpose): Promise<LockedNote> {
  const { tx } = scope;
  const [row] = await tx
    .select({ appointmentId: sessionNote.appointmentId })
    .from(sessionNote)
    .innerJoin(
      appointment,
      and(eq(appointment.practiceId, sessionNote.practiceId), eq(appointment.id, sessionNote.appointmentId)),
    )
    .where(and(reachesAppointment(scope, purpose), eq(sessionNote.id, noteId)));
  if (!row) throw new NotFound();
  const clientIds = await lockWhoCame(scope, row.appointmentId);
  const note = await noteOfSession(scope, row.appointmentId);
  const newest = note?.versions.at(-1);
  if (!note || !newest) throw new NotFound();
  return { note, newest, clientIds };
}
