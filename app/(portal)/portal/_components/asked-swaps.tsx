import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { task } from "@/components/shell/task";
import { theirWords } from "@/components/ui/their-words";
import type { SwapNews } from "@/db/queries/exercises/swap-news";
import type { OwnWords } from "@/db/queries/identity/own-words";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment } from "@/lib/format";
import { FoldedWords } from "../../_shell/own-words";
import { takeBack } from "../exercises/[key]/actions";

type Props = { swaps: readonly SwapNews[]; therapist: string; now: Date; zone: string; words: OwnWords };

/** That another exercise was asked for, and what came of it. */
export function AskedSwaps({ swaps, therapist, now, zone, words }: Props) {
  return swaps.map(({ requestId, title, askedAt, answer }) => (
    <section className={task} key={requestId}>
      {answer ? (
        <>
          <h2>From {firstNameOf(answer.by)}: you asked for another exercise</h2>
          <p>Instead of {title}.</p>
          {answer.words ? (
            <FoldedWords words={words} label="Read it">
              <p className="reading" {...theirWords}>
                {answer.words}
              </p>
            </FoldedWords>
          ) : (
            <p>Your plan has been changed since you asked. Today shows the step that comes next.</p>
          )}
          <p className="text-ink-2 text-small">{formatMoment(answer.answeredAt, now, zone)}</p>
        </>
      ) : (
        <>
          <h2>You asked for another exercise</h2>
          <p>
            Instead of {title}. {firstNameOf(therapist)} has it, and the answer comes here.
          </p>
          <p className="text-ink-2 text-small">{formatMoment(askedAt, now, zone)}</p>
          <TakeBack requestId={requestId} />
        </>
      )}
    </section>
  ));
}

export function TakeBack({ requestId }: { requestId: string }) {
  return (
    <ActionForm
      action={takeBack}
      submit="Take it back"
      busy="Taking it back…"
      look="outline"
      whenDone={<p role="status">Taken back. Nothing has changed.</p>}
    >
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="requestId" value={requestId} />
    </ActionForm>
  );
}
