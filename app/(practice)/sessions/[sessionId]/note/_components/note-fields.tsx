import { FormTextarea } from "@/components/forms/form-words";
import { limits } from "@/lib/limits";
import type { NoteWords } from "@/lib/notes/note";
import { partField } from "@/lib/notes/note-forms";
import type { NoteTemplate } from "@/lib/notes/template";

type Props = {
  template: NoteTemplate;
  given: NoteWords;
  /** First names of whoever came: they read what is meant for Today. */
  readers: string;
};

/** The headings of a note with room below each, and what was agreed: for staff, and as the client reads it. */
export function NoteFields({ template, given, readers }: Props) {
  return (
    <>
      {template.parts.map(({ label, hint }, at) => (
        <FormTextarea
          key={label}
          name={partField(at)}
          label={label}
          hint={hint}
          rows={at === 0 ? 9 : 5}
          maxLength={limits.notePart}
          defaultValue={given.parts[at] ?? ""}
        />
      ))}
      <FormTextarea
        name="agreed"
        label="Agreed for next time"
        hint="For staff. It stands on the next preparation."
        rows={3}
        maxLength={limits.agreed}
        defaultValue={given.agreed ?? ""}
      />
      <FormTextarea
        name="forClient"
        label={`The same, for ${readers} to read`}
        hint="If you wish: in the words that you found together. It stands folded on Today, until the note of the next session. Leave it empty and nothing stands there."
        rows={3}
        maxLength={limits.wordsToClient}
        defaultValue={given.forClient ?? ""}
      />
    </>
  );
}
