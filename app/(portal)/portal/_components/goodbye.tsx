import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { theirWords } from "@/components/ui/their-words";
import type { Goodbye as Said } from "@/db/queries/clients/standing";
import type { OwnWords } from "@/db/queries/identity/own-words";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { FoldedWords } from "../../_shell/own-words";

type Props = { goodbye: Said; words: OwnWords; now: Date; zone: string };

/** Today, once somebody's time here is over: what they were written, and where everything is that they may read. */
export function Goodbye({ goodbye, words, now, zone }: Props) {
  return (
    <>
      {goodbye.words ? (
        <section className={task}>
          <h2>From {firstNameOf(goodbye.by)}, for the end</h2>
          <p className="text-ink-2 text-small">{formatMoment(goodbye.at, now, zone)}</p>
          <FoldedWords words={words} label="Read it">
            <p className="reading whitespace-pre-line" {...theirWords}>
              {goodbye.words}
            </p>
          </FoldedWords>
        </section>
      ) : null}
      <section className={task}>
        <h2>What is here to read</h2>
        <div className="flex gap-2.5 mt-3 flex-wrap items-center">
          <LinkButton href={paths.portal.ownWords}>Your words</LinkButton>
          <LinkButton href="/portal/path">My path</LinkButton>
          <LinkButton href="/portal/messages">Messages</LinkButton>
          <LinkButton href={paths.portal.keepGoing}>My plan</LinkButton>
        </div>
      </section>
    </>
  );
}
