import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Disclose } from "@/components/ui/disclose";
import type { ShownProposal } from "@/db/queries/safety/safety-proposals";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { noCoupleTherapy } from "@/lib/safety/proposals";
import { offer } from "../../safety/actions";

type Props = { proposals: ShownProposal[]; clientId: string; firstName: string; moment: (at: Date) => string };

/** What may help at a concern or a stop, in the order in which it is offered. Noting it changes nobody’s pages. */
export function Proposals({ proposals, clientId, firstName, moment }: Props) {
  if (proposals.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="mt-4.5">
      <h3 id="proposals">What to offer {firstName}</h3>
      <p className="text-ink-2 text-small">{noCoupleTherapy}</p>
      <ol className="grid gap-4 mt-3">
        {proposals.map(({ key, title, words, lastOffered }) => (
          <li className="pb-4 border-b border-line" key={key}>
            <p className="font-strong text-ink">{title}</p>
            <p className="reading">{words}</p>
            {lastOffered ? (
              <p className="text-ink-2 text-small">
                Offered {moment(lastOffered.at)}, noted by {lastOffered.byName}.
              </p>
            ) : null}
            <Disclose label={lastOffered ? "Note that you offered this again" : "Note that you offered this"}>
              <ActionForm action={offer} submit="Keep the note" busy="Saving…" look="outline" small>
                <input type="hidden" name="clientId" value={clientId} />
                <input type="hidden" name="key" value={key} />
                <FormTextarea
                  name="note"
                  label="A note for staff, if you wish"
                  rows={2}
                  maxLength={limits.safetyNote}
                />
                <KeptWords place={notePlace(clientId, `offer.${key}`)} />
              </ActionForm>
            </Disclose>
          </li>
        ))}
      </ol>
    </section>
  );
}
