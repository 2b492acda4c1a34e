import {
  noteVersion,
  noteVersionAgreed,
  noteVersionForClient,
  noteVersionParts,
  noteVersionReason,
  sessionNote,
} from "@/db/schema/notes";
import { builtInTemplates } from "@/lib/notes/template";
import { noteAudit, type Seed, sealedOrNull, sealedWords, write } from "./seed-writer";
import { idOf } from "./seeded-random";
import type { Story } from "./timeline";
import { noteReason, sessionNotes } from "./words/notes";

const template = builtInTemplates.find(({ key }) => key === "dap");

export type SampleNote = { parts: readonly string[]; agreed: string; forClient: string | null };

/** The note of a session that took place, signed an hour after it. Some were amended. */
export function writeNote(seed: Seed, story: Story, appointmentId: string, over: Date, own?: SampleNote): void {
  const luck = story.chance("note", appointmentId);
  const signedAt = new Date(over.getTime() + 3_600_000);
  const words = own ?? luck.pick(sessionNotes);
  if (signedAt > story.now || !(own || luck.happens(0.7))) return;
  const by = story.therapist;
  const id = idOf("note", appointmentId);
  const author = by.id ?? "";
  write(seed, sessionNote, { id, appointmentId, template, authorId: author, signedAt, asksCosign: false });
  writeVersion(seed, { noteId: id, ordinal: 1, words, author, at: signedAt });
  noteAudit(seed, { at: signedAt, by, action: "notes.signed", id, clientId: story.clientId });
  const amendedAt = new Date(signedAt.getTime() + 20 * 3_600_000);
  if (amendedAt > story.now || !luck.happens(0.12)) return;
  const parts = words.parts.map((part, i) => (i === 0 ? part.replace(/\.$/, ", on the second Sunday.") : part));
  writeVersion(seed, { noteId: id, ordinal: 2, words: { ...words, parts }, author, at: amendedAt, reason: noteReason });
  noteAudit(seed, { at: amendedAt, by, action: "notes.amended", id, clientId: story.clientId });
}

type Version = { noteId: string; ordinal: number; words: SampleNote; author: string; at: Date; reason?: string };

function writeVersion(seed: Seed, { noteId, ordinal, words, author, at, reason }: Version): void {
  const id = idOf("note-version", noteId, ordinal);
  write(seed, noteVersion, {
    ...{ id, noteId, ordinal, writtenBy: author, writtenAt: at },
    partsSealed: sealedWords(noteVersionParts, JSON.stringify(words.parts), id),
    agreedSealed: sealedWords(noteVersionAgreed, words.agreed, id),
    forClientSealed: sealedOrNull(noteVersionForClient, words.forClient, id),
    reasonSealed: sealedOrNull(noteVersionReason, reason ?? null, id),
  });
}
