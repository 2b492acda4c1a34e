import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { LimitsDraft, LimitsInForce } from "@/db/queries/clients/consent";
import { editorPlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { saveDraft } from "../actions";

type Props = { current: LimitsInForce; draft: LimitsDraft | null; moment: (at: Date) => string };

/** The practice’s own words in the agreement, as a draft. The rest tells what Nearer does, and comes with it. */
export function AgreementEditor({ current, draft, moment }: Props) {
  const shown = draft ?? current;
  return (
    <Section
      id="write"
      title={draft ? "The next version" : "Write the next version"}
      sub={
        draft
          ? `A draft, saved ${moment(draft.savedAt)}. It holds for nobody before you publish it.`
          : "What Nearer does is said in words that come with it and stay true. When something is passed on, and what else you want agreed, is yours to say: law differs."
      }
    >
      <ActionForm
        key={draft?.id ?? "none"}
        action={saveDraft}
        submit="Save the draft"
        busy="Saving…"
        className="[&>[data-look]]:justify-self-start grid gap-4"
      >
        <input type="hidden" name="seen" value={draft?.id ?? "none"} />
        <FormTextarea
          name="words"
          label="What is passed on, and when"
          hint="The limits of confidentiality: danger to life, a child at risk, courts, and what else your law asks of you."
          rows={7}
          maxLength={limits.confidentiality}
          defaultValue={shown.words}
          required
        />
        <FormTextarea
          name="additions"
          label="What your practice adds"
          hint="For instance fees, sessions that are missed, or where to complain. It may be left out."
          rows={5}
          maxLength={limits.agreementAdditions}
          defaultValue={shown.additions ?? ""}
        />
        <KeptWords place={editorPlace("limits", "words")} />
      </ActionForm>
    </Section>
  );
}
