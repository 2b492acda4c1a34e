import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox } from "@/components/forms/form-words";
import { ViewSwitch } from "@/components/ui/view-switch";
import type { NotePage } from "@/db/queries/notes/session-note";
import { factText } from "@/lib/notes/since-last";
import type { NoteTemplate } from "@/lib/notes/template";
import { paths, within } from "@/lib/paths";
import { sign } from "../actions";
import { NoteFields } from "./note-fields";

type Props = { page: NotePage; template: NoteTemplate; place: string; readers: string; today: string };

/** The draft: kept while it is written, its author’s alone, and begun with what has happened since the last session. */
export function WriteNote({ page: { one, templates, facts }, template, place, readers, today }: Props) {
  return (
    <>
      <div className="mb-4">
        <ViewSwitch
          label="Layout"
          views={templates.map(({ key, title }) => ({
            href: within(paths.sessionNote(one.id), `?template=${key}`),
            label: title,
            current: key === template.key,
          }))}
        />
      </div>
      <ActionForm
        key={template.key}
        action={sign}
        submit="Sign it"
        busy="Signing…"
        className="grid gap-4 [&>[data-look]]:justify-self-start"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="appointmentId" value={one.id} />
        <input type="hidden" name="template" value={template.key} />
        <NoteFields
          template={template}
          given={{ parts: [factText(facts, today)], agreed: null, forClient: null }}
          readers={readers}
        />
        <FormCheckbox
          name="asksCosign"
          label="Ask for a second signature"
          sub="It stands then with whoever supervises you, and with the owner."
        />
        <p className="text-small text-ink-2">
          Once signed it stays as it is. What you find later is an amendment, with a reason beside it.
        </p>
        <KeptWords place={place} />
      </ActionForm>
    </>
  );
}
