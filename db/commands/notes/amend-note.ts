import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { amendmentFault, cosignFault } from "@/lib/notes/note";
import type { AmendForm, CosignForm } from "@/lib/notes/note-forms";
import { authorize } from "@/lib/policy";
import { recordAudits } from "../../audit";
import { noteCosignature } from "../../schema/notes";
import type { Scope } from "../../scope";
import { lockNote } from "./lock-note";
import { addVersion } from "./sign-note";

/** Amends a signed note, with the reason. What was signed, and every amendment before, stays as it is. */
export async function amendNote(scope: Scope<StaffActor>, form: AmendForm): Promise<void> {
  authorize(scope.actor, "notes.write");
  const { note, newest, clientIds } = await lockNote(scope, form.noteId, "change");
  const words = { ...form, parts: form.parts.slice(0, note.template.parts.length) };
  const fault = amendmentFault(newest, words, form.seen);
  if (fault) throw new Refused(fault);
  await addVersion(scope, note.id, { ordinal: newest.ordinal + 1, words, reason: form.reason });
  await recordAudits(
    scope,
    "notes.amended",
    clientIds.map((clientId) => ({ id: note.id, clientId })),
  );
}

/** A supervisor or the owner countersigns what stands. It changes no word. */
export async function cosignNote(scope: Scope<StaffActor>, { noteId, seen }: CosignForm): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "notes.cosign");
  const { note, newest, clientIds } = await lockNote(scope, noteId, "read");
  const fault = cosignFault(newest, note.cosigned, { accountId: actor.accountId, seen });
  if (fault) throw new Refused(fault);
  await tx.insert(noteCosignature).values({
    ...{ practiceId: actor.practiceId, id: randomUUID(), noteId, ordinal: newest.ordinal },
    ...{ signedBy: actor.accountId, signedAt: now },
  });
  await recordAudits(
    scope,
    "notes.cosigned",
    clientIds.map((clientId) => ({ id: noteId, clientId })),
  );
}
