import { and, desc, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { RetireTemplateForm, TemplateForm } from "@/lib/notes/note-forms";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { noteTemplate } from "../../schema/notes";
import type { Scope } from "../../scope";

type Row = { id: string; templateId: string; title: string; labels: string[]; isRetired: boolean };

/** Keeps a layout of the practice's own, new or changed. Notes that were signed keep theirs. */
export async function setNoteTemplate(scope: Scope<StaffActor>, form: TemplateForm): Promise<void> {
  authorize(scope.actor, "practice.settings");
  await add(scope, { ...form, isRetired: false });
}

/** Puts one away: no new note is written in it. */
export async function retireNoteTemplate(scope: Scope<StaffActor>, form: RetireTemplateForm): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "practice.settings");
  const [newest] = await tx
    .select({ title: noteTemplate.title, labels: noteTemplate.labels })
    .from(noteTemplate)
    .where(and(eq(noteTemplate.practiceId, actor.practiceId), eq(noteTemplate.templateId, form.templateId)))
    .orderBy(desc(noteTemplate.setAt), desc(noteTemplate.id))
    .limit(1);
  if (!newest) throw new NotFound();
  await add(scope, { ...newest, ...form, isRetired: true });
}

async function add(scope: Scope<StaffActor>, { id, templateId, title, labels, isRetired }: Row): Promise<void> {
  const { actor, tx, now } = scope;
  const added = await tx
    .insert(noteTemplate)
    .values({
      ...{ practiceId: actor.practiceId, id, templateId, title, labels, isRetired },
      ...{ setBy: actor.accountId, setAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: noteTemplate.id });
  if (added.length > 0) await recordAudit(scope, "notes.template-set", { id });
}
