import { randomUUID } from "node:crypto";
import { TakeBack } from "@/components/messages/take-back";
import { WriteBox } from "@/components/messages/write-box";
import type { Letter } from "@/db/queries/messages/correspondence";
import { reply, takeBack } from "../clients/[clientId]/messages/actions";
import type { Begun } from "./begun";
import { heldOf } from "./letter-view";

type Props = {
  thread: readonly Letter[];
  first: string;
  now: Date;
  /** Who writes to the client, where the reader does not. */
  writer: string | null;
  page: { clientId: string; until: string };
  draft: Begun;
};

/** A box to write to a client in, and what was just sent to be taken back. */
export function AnswerBox({ thread, first, now, writer, page, draft }: Props) {
  if (writer !== null)
    return (
      <p className="text-ink-2">
        Only {writer} writes to {first}.
      </p>
    );
  const boxId = randomUUID();
  return (
    <>
      <WriteBox action={reply} id={boxId} fields={page} label={`Write to ${first}`} draft={draft} />
      <TakeBack
        action={takeBack}
        fields={{ clientId: page.clientId }}
        held={heldOf(thread, now)}
        boxId={`body-${boxId}`}
      />
    </>
  );
}
