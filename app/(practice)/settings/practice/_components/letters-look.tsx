import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { WhatIs } from "@/components/shell/what-is";
import { Section } from "@/components/ui/section";
import type { PracticeLetters } from "@/db/queries/letters/practice-letters";
import { limits } from "@/lib/limits";
import { saveLetters } from "../actions";

type Props = { letters: PracticeLetters; practiceName: string };

/** Who stands above which letters, and where an answer to one goes. */
export function LettersLook({ letters: { sender, replyTo }, practiceName }: Props) {
  return (
    <Section
      id="letters"
      title="Letters"
      action={<WhatIs word="letters" />}
      sub={`Letters to you and your colleagues, and invitations, come from “${practiceName}”. Every other letter to a client comes from a name that tells nobody what it is about.`}
    >
      <ActionForm
        action={saveLetters}
        submit="Save how letters look"
        busy="Saving…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <FormField
          name="sender"
          label="Name above letters to clients"
          hint="It shows on a locked phone. Not your practice’s name or your own, and no word about what you do. “Nearer” is usual."
          maxLength={limits.letterSender}
          defaultValue={sender}
          required
        />
        <FormField
          name="replyTo"
          label="Where answers to other letters go"
          hint="An e-mail address that somebody reads. Empty: to the address that letters come from, where answers to clients’ letters go in any case."
          type="email"
          defaultValue={replyTo ?? ""}
        />
      </ActionForm>
    </Section>
  );
}
