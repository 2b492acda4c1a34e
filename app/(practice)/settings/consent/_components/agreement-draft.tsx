import { ActionForm } from "@/components/forms/action-form";
import { FormChoices } from "@/components/forms/form-words";
import { AgreementWords } from "@/components/portal/agreement-words";
import { Flag } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import type { LimitsDraft } from "@/db/queries/clients/consent";
import { gradeOf } from "@/lib/flesch-kincaid";
import { counted } from "@/lib/plural";
import { dropDraft, publishDraft } from "../actions";

/** What an anxious reader takes in: the grade that the words which ship keep (ours). */
const MOST = 8;

/** The draft as a client reads it, how easily it reads, and publishing it. */
export function AgreementDraft({ draft, agreed }: { draft: LimitsDraft; agreed: number }) {
  const grade = Math.max(0, Math.round(gradeOf(`${draft.words}\n${draft.additions ?? ""}`) * 10) / 10);
  return (
    <Section id="preview" title="As clients will read it">
      <div className="grid gap-5">
        <p>
          {grade > MOST ? (
            <Flag tone="attention">
              Your words read at about grade {grade} of Flesch–Kincaid; {MOST} is the most that a worried reader takes
              in. Shorter sentences and shorter words help.
            </Flag>
          ) : (
            `Your words read at about grade ${grade} of Flesch–Kincaid, within ${MOST}. It is counted for English.`
          )}
        </p>
        <div className="grid gap-4 p-5 border border-line rounded-block bg-sunken">
          <AgreementWords limits={draft} isOnOwnPage={false} />
        </div>
        <ActionForm
          action={publishDraft}
          submit="Publish"
          busy="Publishing…"
          className="[&>[data-look]]:justify-self-start grid gap-4"
        >
          <input type="hidden" name="draftId" value={draft.id} />
          <FormChoices
            name="asksAgain"
            legend={`Those who agreed before: ${counted(agreed, "client")}`}
            cards
            choices={[
              {
                value: "yes",
                label: "Ask them again",
                sub: "At their next visit the agreement stands first, and nothing else opens until they agree. “I don’t feel safe” and the numbers go on working.",
              },
              {
                value: "no",
                label: "Only those who come from now on",
                sub: "Who agreed before agreed to the earlier version. Talk about the change.",
              },
            ]}
          />
          <p className="text-ink-2 text-small">
            A published version never changes again: somebody will have agreed to it. The next change is the next
            version.
          </p>
        </ActionForm>
        <ActionForm action={dropDraft} submit="Drop the draft" busy="Dropping…" look="outline" small>
          <input type="hidden" name="draftId" value={draft.id} />
        </ActionForm>
      </div>
    </Section>
  );
}
