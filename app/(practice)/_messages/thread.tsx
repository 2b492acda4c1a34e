import { randomUUID } from "node:crypto";
import { Letters } from "@/components/messages/letters";
import { TakeBack } from "@/components/messages/take-back";
import { WriteBox } from "@/components/messages/write-box";
import { Empty } from "@/components/ui/empty";
import type { Letter } from "@/db/queries/messages/correspondence";
import { reply, takeBack } from "../clients/[clientId]/messages/actions";
import { heldOf, type LetterView } from "./letter-view";

type Props = {
  thread: readonly Letter[];
  letter: (letter: Letter) => LetterView;
  first: string;
  now: Date;
  /** Who writes to the client, where the reader does not. */
  writer: string | null;
  page: { clientId: string; until: string };
};

/** What the two wrote to each other, and a box below it. */
export function Thread({ thread, letter, first, now, writer, page }: Props) {
  const boxId = randomUUID();
  return (
    <>
      {thread.length > 0 ? (
        <Letters label={`Messages with ${first}, oldest first`} letters={thread.map(letter)} />
      ) : (
        <Empty title="No messages yet" />
      )}
      {writer === null ? (
        <>
          <WriteBox action={reply} id={boxId} fields={page} label={`Write to ${first}`} />
          <TakeBack
            action={takeBack}
            fields={{ clientId: page.clientId }}
            held={heldOf(thread, now)}
            boxId={`body-${boxId}`}
          />
        </>
      ) : (
        <p className="text-ink-2">
          Only {writer} writes to {first}.
        </p>
      )}
    </>
  );
}
