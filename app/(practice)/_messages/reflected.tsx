import { randomUUID } from "node:crypto";
import { Letters } from "@/components/messages/letters";
import { New } from "@/components/messages/new";
import { EndOfWords } from "@/components/messages/seen-when-shown";
import { TakeBack } from "@/components/messages/take-back";
import { WriteBox } from "@/components/messages/write-box";
import { theirWords } from "@/components/ui/their-words";
import type { Letter, Reflection } from "@/db/queries/messages/correspondence";
import { formatNearDay, inSentence } from "@/lib/format";
import { formWords } from "@/lib/protocol/own-steps";
import { reply, takeBack } from "../clients/[clientId]/messages/actions";
import type { Begun } from "./begun";
import { heldOf, type LetterView } from "./letter-view";

const outcomes = { done: "Done", tried: "Tried and stopped", skipped: "Left out" } as const;

type Props = {
  reflection: Reflection;
  letter: (letter: Letter) => LetterView;
  now: Date;
  today: string;
  mayWrite: boolean;
  page: { clientId: string; until: string };
  draft: Begun;
};

/** What was written after an exercise, with what was answered and a box to answer in. */
export function Reflected({ reflection, letter, now, today, mayWrite, page, draft }: Props) {
  const { attemptId, exercise, form, date, outcome, words, seenAt, replies } = reflection;
  const isNew = seenAt === null && mayWrite;
  const boxId = randomUUID();
  const held = heldOf(replies, now);
  return (
    <article
      className="[&_[data-letters]]:mt-3 [&_[data-letters]]:mb-0 [&_[data-letters]]:ml-4 [&_[data-letters]]:mr-0 [&_form]:pb-3 mb-4.5 pb-4.5 border-b border-line last-of-type:m-0 last-of-type:pb-0 last-of-type:border-0 print:break-inside-avoid"
      id={`reflection-${attemptId}`}
    >
      <p className="flex gap-y-0.5 gap-x-3 flex-wrap text-ink-2 text-small">
        <b>{exercise}</b>
        {form === "own" ? <span>{formWords.own}</span> : null}
        <span>
          {outcomes[outcome]}, {inSentence(formatNearDay(date, today))}
        </span>
        {isNew ? <New /> : <span>{replies.length > 0 ? "Replied" : "Read"}</span>}
      </p>
      <blockquote
        className="mt-1.5 mb-2 font-normal text-base leading-quote font-serif whitespace-pre-line wrap-anywhere"
        {...theirWords}
      >
        {words}
        {isNew ? <EndOfWords id={attemptId} /> : null}
      </blockquote>
      {replies.length > 0 ? <Letters label={`Replies about ${exercise}`} letters={replies.map(letter)} /> : null}
      {mayWrite ? (
        <>
          <details className="print:hidden" open={draft.given.words !== null || undefined}>
            <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
              {replies.length > 0 ? "Reply again" : "Reply"}
            </summary>
            <WriteBox
              action={reply}
              id={boxId}
              fields={{ ...page, attemptId }}
              label="Your reply"
              rows={3}
              draft={draft}
            />
          </details>
          <TakeBack action={takeBack} fields={{ clientId: page.clientId }} held={held} boxId={`body-${boxId}`} />
        </>
      ) : null}
    </article>
  );
}
