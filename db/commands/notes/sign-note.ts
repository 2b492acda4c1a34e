import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { isNewestStep, reachesAppointment } from "@/db/queries/appointments/appointment-rows";
import { noteOfSession } from "@/db/queries/notes/note-rows";
import { listTemplates } from "@/db/queries/notes/note-templates";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import { isSameNote, type NoteWords } from "@/lib/notes/note";
import type { SignForm } from "@/lib/notes/note-forms";
import { authorize } from "@/lib/policy";
import { recordAudits } from "../../audit";
import { appointment, appointmentStep } from "../../schema/appointments";
import {
  noteVersion,
  noteVersionAgreed,
  noteVersionForClient,
  noteVersionParts,
  noteVersionReason,
  sessionNote,
} from "../../schema/notes";
import type { Scope } from "../../scope";
import { lockWhoCame } from "../appointments/lock-appointment";

/** Signs the note of a session that has begun. From then on it takes amendments and nothing else. Sent twice, it is signed once. */
export async function signNote(scope: Scope<StaffActor>, form: SignForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "notes.write");
  const { practiceId } = actor;
  const { id, appointmentId } = form;
  await requireBegun(scope, appointmentId);
  const clientIds = await lockWhoCame(scope, appointmentId);
  const template = (await listTemplates(scope)).find(({ key }) => key === form.template);
  if (!template) throw new Refused("This layout is used no longer. Choose another one; your words are still here.");
  const words = { ...form, parts: form.parts.slice(0, template.parts.length) };
  const signed = await noteOfSession(scope, appointmentId);
  if (signed) {
    const [first] = signed.versions;
    if (signed.id === id && first && isSameNote(first, words)) return;
    throw new Refused("The note of this session is signed already. Open it to amend it; your words are still here.");
  }
  await tx.insert(sessionNote).values({
    ...{ practiceId, id, appointmentId, template, authorId: actor.accountId, signedAt: now },
    asksCosign: form.asksCosign,
  });
  await addVersion(scope, id, { ordinal: 1, words, reason: null });
  await recordAudits(
    scope,
    "notes.signed",
    clientIds.map((clientId) => ({ id, clientId })),
  );
}

async function requireBegun(scope: Scope<StaffActor>, appointmentId: string): Promise<void> {
  const [row] = await scope.tx
    .select({ startsAt: appointmentStep.startsAt })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .where(and(reachesAppointment(scope, "change"), eq(appointment.id, appointmentId)));
  if (!row) throw new NotFound();
  if (row.startsAt > scope.now) throw new Refused("This session has not begun yet. What you wrote stays here.");
}

type Version = { ordinal: number; words: NoteWords; reason: string | null };

/** One more version of a note. The caller holds whom it is about. */
export async function addVersion(
  { actor, tx, now }: Scope<StaffActor>,
  noteId: string,
  { ordinal, words, reason }: Version,
): Promise<void> {
  const { practiceId } = actor;
  const id = randomUUID();
  const at = { practiceId, id };
  await tx.insert(noteVersion).values({
    ...{ practiceId, id, noteId, ordinal, writtenBy: actor.accountId, writtenAt: now },
    partsSealed: noteVersionParts.seal(JSON.stringify(words.parts), at),
    agreedSealed: noteVersionAgreed.sealOrNull(words.agreed, at),
    forClientSealed: noteVersionForClient.sealOrNull(words.forClient, at),
    reasonSealed: noteVersionReason.sealOrNull(reason, at),
  });
}
