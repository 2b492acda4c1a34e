import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { TalkAlone } from "../../_shell/talk-alone";
import { keepTalk } from "../partner-actions";

type Props = { clientId: string; firstName: string; isFirst: boolean };

/** What the client said about inviting the partner, in a talk. The newest counts, and earlier ones stay. */
export function PartnerTalkFields({ clientId, firstName, isFirst }: Props) {
  return (
    <ActionForm
      action={keepTalk}
      fold={isFirst ? "Write down a talk alone" : "Write down another talk"}
      submit="Keep the talk"
      busy="Keeping it…"
      look="outline"
      small
      className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
    >
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
      <p className="text-ink-2 text-small">
        Ask openly, and say that no is a full answer: whether {firstName} wants the partner here, what could follow at
        home, and that an invitation can be taken back until it is used.
      </p>
      <TalkAlone firstName={firstName} isDayNeeded />
      <FormTextarea name="asked" label="What you asked" rows={2} maxLength={limits.talkAsked} required />
      <KeptWords place={notePlace(clientId, "talk")} />
      <FormChoices
        name="answer"
        legend={`What ${firstName} said to inviting the partner`}
        choices={[
          { value: "yes", label: "Yes", sub: "Counts only where nobody could hear." },
          { value: "no", label: "No", sub: "An invitation that nobody has used stops working at once." },
          { value: "not-asked", label: "Not asked yet", sub: "Somebody could hear, or it was not the moment." },
        ]}
      />
    </ActionForm>
  );
}
