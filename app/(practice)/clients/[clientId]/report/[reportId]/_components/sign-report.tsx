import { ActionForm } from "@/components/forms/action-form";
import { Section } from "@/components/ui/section";
import { putAway, sign } from "../../actions";

export type Ids = { id: string; clientId: string; reportId: string };

export function IdFields({ ids }: { ids: Ids }) {
  return Object.entries(ids).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type Props = { ids: Ids; seen: string };

/** Signing keeps the report as it is drawn now, for good. */
export function SignReport({ ids, seen }: Props) {
  return (
    <Section
      id="sign"
      title="Sign"
      sub="Look at the preview first. What you sign is drawn once and kept as it is: it never changes again, whatever the record gains."
    >
      <div className="flex gap-2.5 flex-wrap items-start">
        <ActionForm action={sign} submit="Sign and keep" busy="Signing…">
          <IdFields ids={ids} />
          <input type="hidden" name="seen" value={seen} />
        </ActionForm>
        <ActionForm action={putAway} submit="Put it away" busy="Putting it away…" look="quiet">
          <IdFields ids={ids} />
        </ActionForm>
      </div>
    </Section>
  );
}
