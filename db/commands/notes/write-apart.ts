import { and, eq } from "drizzle-orm";
import { reachesAppointment } from "@/db/queries/appointments/appointment-rows";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import type { ApartForm } from "@/lib/notes/note-forms";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { appointment } from "../../schema/appointments";
import { noteApart, noteApartWords } from "../../schema/notes";
import type { Scope } from "../../scope";

/** Keeps a psychotherapy note beside a session, once per id. It is its author's alone, and no copy of the record holds it. */
export async function writeApart(scope: Scope<StaffActor>, { id, appointmentId, words }: ApartForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "notes.write");
  const { practiceId, accountId } = actor;
  const [reached] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .where(and(reachesAppointment(scope, "change"), eq(appointment.id, appointmentId)));
  if (!reached) throw new NotFound();
  const added = await tx
    .insert(noteApart)
    .values({
      ...{ practiceId, id, appointmentId, authorId: accountId, writtenAt: now },
      wordsSealed: noteApartWords.seal(words, { practiceId, id }),
    })
    .onConflictDoNothing()
    .returning({ id: noteApart.id });
  // That it was written is the author's own business too: the entry names no client.
  if (added.length > 0) return recordAudit(scope, "notes.apart-written", { id });
  const [before] = await tx
    .select({ authorId: noteApart.authorId, wordsSealed: noteApart.wordsSealed })
    .from(noteApart)
    .where(and(eq(noteApart.practiceId, practiceId), eq(noteApart.id, id)));
  if (before?.authorId !== accountId) throw new NotFound();
  if (noteApartWords.read(before.wordsSealed, { practiceId, id }) !== words)
    throw new Refused("Other words were kept from this page. Yours are still here: open the page anew to add them.");
}
