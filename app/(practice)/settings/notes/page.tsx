import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { OneButton } from "@/components/portal/one-button";
import { headsBeside } from "@/components/shell/columns";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { listOwnTemplates, type OwnTemplate } from "@/db/queries/notes/note-templates";
import { formatList } from "@/lib/format";
import { limits } from "@/lib/limits";
import { builtInTemplates, MOST_PARTS } from "@/lib/notes/template";
import { authorize } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { retire, save } from "./actions";

export const metadata: Metadata = { title: "Layouts for notes" };

/** How notes of sessions can be laid out: what comes with Nearer, and what the practice makes itself. */
export default async function NoteLayoutsPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    authorize(scope.actor, "practice.settings");
    return listOwnTemplates(scope);
  });
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/settings/practice">Practice</Crumb>
      <PageHead title="Layouts for notes" sub="A note that is signed keeps the layout in which it was written." />
      <div className={`mt-6 ${headsBeside}`}>
        <Section id="shipped" title="Come with Nearer">
          <ul className="grid gap-2">
            {builtInTemplates.map(({ key, title, parts }) => (
              <li key={key}>
                <b>{title}</b>: {formatList(parts.map(({ label }) => label.toLowerCase()))}
              </li>
            ))}
          </ul>
        </Section>
        <Section id="own" title="Of your practice">
          <div className="grid gap-5">
            {data.map((own) => (
              <Own key={own.templateId} own={own} />
            ))}
            <LayoutForm key={data.length} fold="Add a layout" />
          </div>
        </Section>
      </div>
    </PracticePage>
  );
}

function Own({ own }: { own: OwnTemplate }) {
  const { templateId, title, labels, isRetired } = own;
  return (
    <article className="grid gap-2 border-b border-line pb-4">
      <p>
        <b>{title}</b>: {formatList(labels)}
        {isRetired ? ". Put away" : ""}
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <LayoutForm own={own} fold={isRetired ? "Take it out again" : "Change it"} />
        {isRetired ? null : (
          <OneButton
            action={retire}
            fields={{ id: randomUUID(), templateId }}
            label="Put it away"
            busy="Saving…"
            look="outline"
            small
          />
        )}
      </div>
    </article>
  );
}

function LayoutForm({ own, fold }: { own?: OwnTemplate; fold: string }) {
  return (
    <ActionForm action={save} fold={fold} submit="Save the layout" busy="Saving…" look="outline" small>
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="templateId" value={own?.templateId ?? randomUUID()} />
      <FormField name="title" label="Name" maxLength={limits.noteHeading} defaultValue={own?.title} required />
      <FormTextarea
        name="headings"
        label="Headings, one a line"
        hint={`${MOST_PARTS} at the most. A draft begins with what has happened under the first.`}
        rows={5}
        defaultValue={own?.labels.join("\n")}
      />
    </ActionForm>
  );
}
