import type { Metadata } from "next";
import { FoldedLines } from "@/components/portal/folded-lines";
import { task } from "@/components/shell/task";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnWritten } from "@/db/queries/exercises/own-written";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { guessesIn, momentsIn } from "@/lib/exercises/reread";
import { formatDay } from "@/lib/format";
import { paths, within } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import "../../../portal.css";

export const metadata: Metadata = { title: "Your words" };

/** The newest of each kind at first: a page that somebody reads on a phone. */
const atFirst = 12;
const none = { attempts: [], notes: [], moves: [] };

/** What somebody wrote, to reread: their guesses beside what happened, what they said went well, and the rest. Each lies folded. */
export default async function OwnWordsPage({ searchParams }: { searchParams: Promise<{ all?: string | string[] }> }) {
  const isWhole = (await searchParams).all === "yes";
  const { data } = await loadForClient(async (scope) => {
    const words = await getOwnWords(scope);
    const written = words.areLocked ? none : await getOwnWritten(scope);
    return { words, ...written, today: localDate(scope.now, scope.actor.zone) };
  });
  const guesses = guessesIn(data.attempts);
  const moments = momentsIn(data.attempts);
  const newest = <T,>(all: readonly T[]) => (isWhole ? all : all.slice(0, atFirst));
  const [good, others] = [newest(moments.good), newest(moments.others)];
  const [notes, moves] = [newest(data.notes), newest(data.moves)];
  const isCut = [moments.good, moments.others, data.notes, data.moves].some(
    ({ length }) => !isWhole && length > atFirst,
  );
  const day = (date: string) => formatDay(date, data.today);
  const isEmpty = good.length + others.length + notes.length + moves.length === 0;
  return (
    <PortalPage afterwards="works">
      <section className="desk:col-span-full">
        <h1>Your words</h1>
        <p className="reading mt-2">
          What you wrote here, to reread. Your therapist can read it too, as it said where you wrote it.
        </p>
      </section>
      <OwnWords words={data.words}>
        {isEmpty ? <Empty title="Nothing here yet">What you write in an exercise or a check comes here.</Empty> : null}
        {guesses.length > 0 ? (
          <section className={task}>
            <h2>What you expected, and what happened</h2>
            <p className="text-ink-2">{counted(guesses.length, "guess", "guesses")} so far, the oldest first.</p>
            {guesses.map(({ id, date, about, expected, happened }) => (
              <FoldedLines
                key={id}
                summary={day(date)}
                lines={[
                  ...(about ? [{ label: "Asked for", words: about }] : []),
                  { label: "You expected", words: expected },
                  { label: "What happened", words: happened },
                ]}
              />
            ))}
          </section>
        ) : null}
        {good.length > 0 ? (
          <section className={task}>
            <h2>Moments that went well</h2>
            <p className="text-ink-2">You said so yourself, afterwards.</p>
            {good.map(({ id, date, title, lines }) => (
              <FoldedLines key={id} summary={`${title}, ${day(date)}`} lines={lines} />
            ))}
          </section>
        ) : null}
        {others.length > 0 ? (
          <section className={task}>
            <h2>After other exercises</h2>
            {others.map(({ id, date, title, lines }) => (
              <FoldedLines key={id} summary={`${title}, ${day(date)}`} lines={lines} />
            ))}
          </section>
        ) : null}
        {notes.length > 0 ? (
          <section className={task}>
            <h2>Beside your checks</h2>
            {notes.map(({ id, date, score, note }) => (
              <FoldedLines key={id} summary={day(date)} lines={[{ label: `${score} of 10`, words: note }]} />
            ))}
          </section>
        ) : null}
        {moves.length > 0 ? (
          <section className={task}>
            <h2>When you noticed a distance move</h2>
            {moves.map(({ id, date, situation, instead }) => (
              <FoldedLines
                key={id}
                summary={day(date)}
                lines={[
                  ...(situation ? [{ label: "What was happening", words: situation }] : []),
                  ...(instead ? [{ label: "What you did instead", words: instead }] : []),
                ]}
              />
            ))}
          </section>
        ) : null}
      </OwnWords>
      <div className="flex flex-wrap items-center gap-2.5">
        {isCut ? (
          <LinkButton href={within(paths.portal.ownWords, "?all=yes")} look="quiet" flush>
            Show everything
          </LinkButton>
        ) : null}
        <LinkButton href="/portal/messages" look="quiet" flush>
          Messages
        </LinkButton>
        <LinkButton href="/portal/path" look="quiet" flush>
          My path
        </LinkButton>
      </div>
    </PortalPage>
  );
}
