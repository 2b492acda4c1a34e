import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import type { SignedNote as Note } from "@/db/queries/notes/note-rows";
import type { NotePage } from "@/db/queries/notes/session-note";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { cosignFault } from "@/lib/notes/note";
import { amend, cosign } from "../actions";
import { NoteFields } from "./note-fields";
import { SignedNote } from "./signed-note";

type Props = { page: NotePage; note: Note; readers: string; accountId: string };

/** What stands of a signed note, the amendment, and the second signature. */
export function OpenedNote({ page: { one, mayChange, mayCosign }, note, readers, accountId }: Props) {
  const newest = note.versions.at(-1);
  if (!newest) return null;
  const hidden = (
    <>
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="seen" value={newest.ordinal} />
    </>
  );
  const canCosign = mayCosign && cosignFault(newest, note.cosigned, { accountId, seen: newest.ordinal }) === null;
  return (
    <>
      <SignedNote template={note.template} version={newest} />
      <div className="mt-5 flex flex-wrap items-start gap-2 [&>details[open]]:flex-[1_0_100%] print:hidden">
        {canCosign ? (
          <ActionForm key={`cosign.${newest.ordinal}`} action={cosign} submit="Co-sign it" busy="Signing…" small>
            {hidden}
          </ActionForm>
        ) : null}
        {mayChange ? (
          <ActionForm
            key={`amend.${newest.ordinal}`}
            action={amend}
            fold="Amend it"
            submit="Keep the amendment"
            busy="Keeping it…"
            look="outline"
            small
          >
            {hidden}
            <NoteFields template={note.template} given={newest} readers={readers} />
            <FormTextarea
              name="reason"
              label="Why"
              hint="It stands beside the amendment."
              rows={2}
              maxLength={limits.noteReason}
              required
            />
            <KeptWords place={notePlace(one.clientId, `amend.${note.id}`)} />
          </ActionForm>
        ) : null}
      </div>
    </>
  );
}
