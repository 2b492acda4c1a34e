import { randomUUID } from "node:crypto";
import { CoupleMirror } from "@/components/charts/couple-mirror";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { OneButton } from "@/components/portal/one-button";
import { theirWords } from "@/components/ui/their-words";
import type { CoupleView } from "@/db/queries/couples/couple";
import { notePlace } from "@/lib/drafts/place";
import { formatMoment } from "@/lib/format";
import { limits } from "@/lib/limits";
import { release, takeBack } from "../actions";
import { firstOf } from "../couple-rows";

type Props = { view: CoupleView; now: Date; zone: string };

/** The picture as both will see it, the words above it, and the button. Both see it from their next page on, or neither. */
export function ReleaseToBoth({ view, now, zone }: Props) {
  const { releasable, release: standing, first, second, mayChange, id } = view;
  const names = `${firstOf(first)} and ${firstOf(second)}`;
  return (
    <>
      {standing ? (
        <div className="flex gap-y-2 gap-x-4 mb-5 flex-wrap items-center">
          <p>
            Released by {standing.by}, {formatMoment(standing.releasedAt, now, zone)}. Both see as much of it as both
            share in this practice week.
          </p>
          <q className="flex-[1_1_100%] font-normal text-base leading-quote font-serif" {...theirWords}>
            {standing.words}
          </q>
          {mayChange ? (
            <OneButton
              action={takeBack}
              fields={{ coupleId: id }}
              label="Take back from both"
              busy="Taking it back…"
              small
            />
          ) : null}
        </div>
      ) : null}
      {!mayChange ? (
        <p className="text-ink-2">Who is responsible for both can release a picture to them.</p>
      ) : releasable ? (
        <>
          <p className="text-ink-2">
            {names} will both have this in their portal, and nothing besides. What one of them stops sharing leaves it
            with the next practice week, and nothing shows while joint steps are closed. No letter is sent.
          </p>
          <div className="mt-3.5 mb-4 py-3.5 px-4 rounded-control bg-sunken [--ground:var(--color-sunken)] print:border print:border-[#999] print:bg-transparent">
            <CoupleMirror
              caption="What both will see"
              first={firstOf(first)}
              second={firstOf(second)}
              rows={releasable.rows}
            />
          </div>
          <ActionForm
            action={release}
            submit="Release to both"
            busy="Releasing…"
            look="outline"
            className="practice:[&>[data-look]]:justify-self-start grid gap-4"
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="coupleId" value={id} />
            <input type="hidden" name="firstAssessmentId" value={releasable.firstAssessmentId} />
            <input type="hidden" name="secondAssessmentId" value={releasable.secondAssessmentId} />
            {releasable.items.map((item) => (
              <input key={item} type="hidden" name="items[]" value={item} />
            ))}
            <FormTextarea
              name="words"
              label="Both will read above it"
              hint="The same words for both. Write nothing that only one of them told you."
              rows={3}
              maxLength={limits.wordsToClient}
              required
            />
            <KeptWords place={notePlace(first.header.id, `release.${id}`)} />
          </ActionForm>
        </>
      ) : (
        <p className="text-ink-2">There is nothing yet that both share and both have answered.</p>
      )}
    </>
  );
}
