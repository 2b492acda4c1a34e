import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import type { PublishedVersion } from "@/db/queries/protocol/protocol-versions";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import type { PathInput } from "@/lib/protocol/path-in-force";
import { previewMove } from "@/lib/protocol/preview-move";
import { move } from "../actions";

type Props = {
  clientId: string;
  name: string;
  current: string;
  versions: readonly PublishedVersion[];
  input: PathInput;
};

/** Which version this path is on. It stays there unless somebody moves it, with a reason. */
export function MoveVersion({ clientId, name, current, versions, input }: Props) {
  const own = versions.find(({ id }) => id === current);
  const others = versions.filter(({ id }) => id !== current);
  if (!own || others.length === 0) return null;
  return (
    <Section id="version" title="Version" sub={own.name}>
      <details className="print:hidden">
        <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
          Move to another version
        </summary>
        <p className="text-ink-2 text-small">
          From today. The days before stay as they were asked for, and {name} reads nothing about it.
        </p>
        <dl className="text-small">
          {others.map(({ id, name: title, version }) => (
            <div key={id}>
              <dt className="font-semibold">{title}</dt>
              <dd className="mb-2.5 text-ink-2">
                {previewMove(input, version, (date) => formatLongDay(date, input.today)).join(" ")}
              </dd>
            </div>
          ))}
        </dl>
        <ActionForm
          action={move}
          submit="Move"
          busy="Moving…"
          look="outline"
          className="practice:[&>[data-look]]:justify-self-start grid gap-4 mt-3.5"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="clientId" value={clientId} />
          <FormSelect
            name="versionId"
            label="To"
            options={others.map(({ id, name: title }) => ({ value: id, label: title }))}
          />
          <FormField
            name="reason"
            label="Why"
            hint="For the record. Only staff read it."
            maxLength={limits.pathReason}
            required
          />
        </ActionForm>
      </details>
    </Section>
  );
}
