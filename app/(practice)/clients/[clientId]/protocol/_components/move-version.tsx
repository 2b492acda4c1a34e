import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import type { PublishedVersion } from "@/db/queries/protocol-versions";
import { move } from "../actions";

type Props = { clientId: string; current: string; versions: readonly PublishedVersion[] };

const named = ({ title, version }: PublishedVersion) => `${title}, version ${version}`;

/** Which version this path is on. It stays there unless somebody moves it, with a reason. */
export function MoveVersion({ clientId, current, versions }: Props) {
  const own = versions.find(({ id }) => id === current);
  const others = versions.filter(({ id }) => id !== current);
  if (!own || others.length === 0) return null;
  return (
    <Section id="version" title="Version" sub={named(own)}>
      <details className="more">
        <summary>Move to another version</summary>
        <p className="sm sec">From today. The days before stay as they were asked for.</p>
        <ActionForm action={move} submit="Move" busy="Moving…" look="outline" className="stack answer">
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="clientId" value={clientId} />
          <FormSelect
            name="versionId"
            label="To"
            options={others.map((version) => ({ value: version.id, label: named(version) }))}
          />
          <FormField name="reason" label="Why" hint="For the record. Only staff read it." maxLength={2000} required />
        </ActionForm>
      </details>
    </Section>
  );
}
