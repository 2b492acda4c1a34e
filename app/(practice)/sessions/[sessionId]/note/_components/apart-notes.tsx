import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { ApartNote } from "@/db/queries/notes/session-note";
import { limits } from "@/lib/limits";
import { keepApart } from "../actions";

type Props = { appointmentId: string; notes: readonly ApartNote[]; place: string; moment: (at: Date) => string };

/** Psychotherapy notes: their author's alone, beside the record and never in it. Off paper, too. */
export function ApartNotes({ appointmentId, notes, place, moment }: Props) {
  return (
    <div className="print:hidden">
      <Section
        id="apart"
        title="For yourself"
        sub="Thoughts that are no part of the record. Only you read them: no supervisor, no owner; no copy, report or download holds them."
      >
        {notes.map(({ id, words, writtenAt }) => (
          <article key={id} className="border-b border-line py-2.5">
            <p className="text-small text-ink-2">{moment(writtenAt)}</p>
            <p className="whitespace-pre-line wrap-anywhere" {...theirWords}>
              {words}
            </p>
          </article>
        ))}
        <ActionForm
          key={notes.length}
          action={keepApart}
          fold="Write for yourself"
          submit="Keep it"
          busy="Keeping it…"
          look="outline"
          small
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="appointmentId" value={appointmentId} />
          <FormTextarea name="words" label="For yourself" rows={4} maxLength={limits.notePart} />
          <KeptWords place={place} />
        </ActionForm>
      </Section>
    </div>
  );
}
