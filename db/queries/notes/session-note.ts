import { and, asc, eq } from "drizzle-orm";
import { recordAudits } from "@/db/audit";
import { getSession, type SessionPage } from "@/db/queries/appointments/appointments";
import { byKey } from "@/db/queries/messages/correspondence";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import { noteApart, noteApartWords } from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { type Fact, factsOf } from "@/lib/notes/since-last";
import type { NoteTemplate } from "@/lib/notes/template";
import { can } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { sessionBefore, spanBefore } from "./before-session";
import { noteOfSession, type SignedNote } from "./note-rows";
import { lastTemplateOf, listTemplates } from "./note-templates";
import { happenedTo } from "./since-last";

export type ApartNote = { id: string; words: string; writtenAt: Date };

export type NotePage = SessionPage & {
  note: SignedNote | null;
  /** The reader's own notes apart from the record; nobody else's are ever asked for. */
  apart: ApartNote[];
  templates: NoteTemplate[];
  lastTemplate: string | null;
  /** When the session before began; null where there was none. */
  before: Date | null;
  /** What happened since then, of a session with one person. */
  facts: Fact[];
  mayCosign: boolean;
};

/** The note of a session: signed, or what it needs to be written. Reading a signed one is recorded. */
export async function getNotePage(scope: Scope<StaffActor>, appointmentId: string): Promise<NotePage> {
  const page = await getSession(scope, appointmentId);
  const { one } = page;
  const read = await atOnce({
    note: noteOfSession(scope, appointmentId),
    apart: apartOf(scope, appointmentId),
    templates: listTemplates(scope),
    lastTemplate: lastTemplateOf(scope),
    before: sessionBefore(scope, one),
    enrolment: enrolmentOf(scope, one.clientId),
  });
  const { note, enrolment, before, ...rest } = read;
  if (note) {
    const who = [one.clientId, ...(one.secondId ? [one.secondId] : [])];
    await recordAudits(
      scope,
      "notes.read",
      who.map((clientId) => ({ id: note.id, clientId })),
    );
  }
  const isDraft = note === null && page.mayChange && one.coupleId === null;
  const facts = isDraft ? await factsBefore(scope, page, { before, enrolment }) : [];
  return { ...page, ...rest, note, before, facts, mayCosign: note !== null && can(scope.actor, "notes.cosign") };
}

type Ground = { before: Date | null; enrolment: Awaited<ReturnType<typeof enrolmentOf>> };

async function factsBefore(scope: Scope<StaffActor>, { one }: SessionPage, ground: Ground): Promise<Fact[]> {
  const { now, actor } = scope;
  const happened = await happenedTo(scope, one.clientId, spanBefore(one, ground.before, now));
  const zone = ground.enrolment?.zone ?? actor.zone;
  return factsOf(happened, { zone, today: localDate(now, zone), exercises: byKey(ground.enrolment?.version ?? null) });
}

async function apartOf({ actor, tx }: Scope<StaffActor>, appointmentId: string): Promise<ApartNote[]> {
  const { practiceId, accountId } = actor;
  const rows = await tx
    .select({ id: noteApart.id, wordsSealed: noteApart.wordsSealed, writtenAt: noteApart.writtenAt })
    .from(noteApart)
    .where(
      and(
        eq(noteApart.practiceId, practiceId),
        eq(noteApart.appointmentId, appointmentId),
        eq(noteApart.authorId, accountId),
      ),
    )
    .orderBy(asc(noteApart.writtenAt), asc(noteApart.id));
  return rows.map(({ wordsSealed, ...row }) => ({
    ...row,
    words: noteApartWords.read(wordsSealed, { practiceId, id: row.id }),
  }));
}
