import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/identity";
import {
  noteCosignature,
  noteVersion,
  noteVersionAgreed,
  noteVersionForClient,
  noteVersionParts,
  noteVersionReason,
  sessionNote,
} from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import { unreadable } from "@/db/sealed";
import { atOnce } from "@/lib/at-once";
import type { Cosignature, NoteVersion } from "@/lib/notes/note";
import type { NoteTemplate } from "@/lib/notes/template";

const writer = alias(account, "w");
const signer = alias(account, "s");
const author = alias(account, "a");

export type SignedNote = {
  id: string;
  template: NoteTemplate;
  author: string;
  authorId: string;
  signedAt: Date;
  asksCosign: boolean;
  /** Oldest first; there is always one. */
  versions: NoteVersion[];
  cosigned: Cosignature[];
};

/** The signed note of a session, with all its versions; null before it is signed. The caller has looked the session up in scope. */
export async function noteOfSession(scope: Scope, appointmentId: string): Promise<SignedNote | null> {
  const { actor, tx } = scope;
  const ofSession = and(eq(sessionNote.practiceId, actor.practiceId), eq(sessionNote.appointmentId, appointmentId));
  const { notes, versions, cosigned } = await atOnce({
    notes: tx
      .select({
        id: sessionNote.id,
        template: sessionNote.template,
        author: author.name,
        authorId: sessionNote.authorId,
        signedAt: sessionNote.signedAt,
        asksCosign: sessionNote.asksCosign,
      })
      .from(sessionNote)
      .innerJoin(author, and(eq(author.practiceId, sessionNote.practiceId), eq(author.id, sessionNote.authorId)))
      .where(ofSession),
    versions: versionRows(scope).where(ofSession).orderBy(asc(noteVersion.ordinal)),
    cosigned: tx
      .select({
        ordinal: noteCosignature.ordinal,
        by: signer.name,
        byId: noteCosignature.signedBy,
        at: noteCosignature.signedAt,
      })
      .from(noteCosignature)
      .innerJoin(
        sessionNote,
        and(eq(sessionNote.practiceId, noteCosignature.practiceId), eq(sessionNote.id, noteCosignature.noteId)),
      )
      .innerJoin(
        signer,
        and(eq(signer.practiceId, noteCosignature.practiceId), eq(signer.id, noteCosignature.signedBy)),
      )
      .where(ofSession)
      .orderBy(asc(noteCosignature.ordinal), asc(noteCosignature.signedAt), asc(noteCosignature.signedBy)),
  });
  const [note] = notes;
  if (!note) return null;
  return {
    ...note,
    template: note.template as NoteTemplate,
    versions: versions.map((row) => openVersion(actor.practiceId, row)),
    cosigned,
  };
}

export const versionRows = ({ tx }: Scope) =>
  tx
    .select({
      id: noteVersion.id,
      ordinal: noteVersion.ordinal,
      partsSealed: noteVersion.partsSealed,
      agreedSealed: noteVersion.agreedSealed,
      forClientSealed: noteVersion.forClientSealed,
      reasonSealed: noteVersion.reasonSealed,
      by: writer.name,
      byId: noteVersion.writtenBy,
      at: noteVersion.writtenAt,
    })
    .from(noteVersion)
    .innerJoin(
      sessionNote,
      and(eq(sessionNote.practiceId, noteVersion.practiceId), eq(sessionNote.id, noteVersion.noteId)),
    )
    .innerJoin(writer, and(eq(writer.practiceId, noteVersion.practiceId), eq(writer.id, noteVersion.writtenBy)))
    .$dynamic();

type Row = Omit<NoteVersion, "parts" | "agreed" | "forClient" | "reason"> & {
  id: string;
  partsSealed: string;
  agreedSealed: string | null;
  forClientSealed: string | null;
  reasonSealed: string | null;
};

export function openVersion(practiceId: string, row: Row): NoteVersion {
  const { id, partsSealed, agreedSealed, forClientSealed, reasonSealed, ...rest } = row;
  const at = { practiceId, id };
  return {
    ...rest,
    parts: (noteVersionParts.readJson(partsSealed, at) ?? [unreadable]) as string[],
    agreed: noteVersionAgreed.readOrNull(agreedSealed, at),
    forClient: noteVersionForClient.readOrNull(forClientSealed, at),
    reason: noteVersionReason.readOrNull(reasonSealed, at),
  };
}
