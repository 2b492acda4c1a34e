import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { noteTemplate, sessionNote } from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { builtInTemplates, type NoteTemplate } from "@/lib/notes/template";
import { authorize } from "@/lib/policy";

const newer = alias(noteTemplate, "newer");

export type OwnTemplate = { templateId: string; title: string; labels: string[]; isRetired: boolean };

/** The practice's own layouts as they stand, by name; put away ones too. */
export async function listOwnTemplates({ actor, tx }: Scope<StaffActor>): Promise<OwnTemplate[]> {
  authorize(actor, "appointments.keep");
  return tx
    .select({
      templateId: noteTemplate.templateId,
      title: noteTemplate.title,
      labels: noteTemplate.labels,
      isRetired: noteTemplate.isRetired,
    })
    .from(noteTemplate)
    .where(
      and(
        eq(noteTemplate.practiceId, actor.practiceId),
        qualified`not exists (select 1 from ${noteTemplate} ${newer} where ${newer.practiceId} = ${noteTemplate.practiceId}
          and ${newer.templateId} = ${noteTemplate.templateId} and (${newer.setAt}, ${newer.id}) > (${noteTemplate.setAt}, ${noteTemplate.id}))`,
      ),
    )
    .orderBy(asc(noteTemplate.title), asc(noteTemplate.templateId));
}

/** What a note can be written in: what ships, then the practice's own. */
export async function listTemplates(scope: Scope<StaffActor>): Promise<NoteTemplate[]> {
  const own = await listOwnTemplates(scope);
  return [
    ...builtInTemplates,
    ...own
      .filter(({ isRetired }) => !isRetired)
      .map(({ templateId, title, labels }) => ({ key: templateId, title, parts: labels.map((label) => ({ label })) })),
  ];
}

/** The layout of the last note that somebody signed. */
export async function lastTemplateOf({ actor, tx }: Scope<StaffActor>): Promise<string | null> {
  const [row] = await tx
    .select({ key: sql<string>`${sessionNote.template} ->> 'key'` })
    .from(sessionNote)
    .where(and(eq(sessionNote.practiceId, actor.practiceId), eq(sessionNote.authorId, actor.accountId)))
    .orderBy(desc(sessionNote.signedAt))
    .limit(1);
  return row?.key ?? null;
}
