import type { Metadata } from "next";
import { task } from "@/components/shell/task";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnWritten } from "@/db/queries/exercises/own-written";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { guessesIn, momentsIn } from "@/lib/exercises/reread";
import { formatDay } from "@/lib/format";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import { FoldedLines } from "./_components/folded-lines";
import "../../../beyond-today.css";

export const metadata: Metadata = { title: "Your words" };

const none = { attempts: [], notes: [], moves: [] };

/** What somebody wrote, to reread: their guesses beside what happened, what they said went well, and the rest. Each lies folded. */
export default async function OwnWordsPage() {
  const { data } = await loadForClient(async (scope) => {
    const words = await getOwnWords(scope);
    const written = words.areLocked ? none : await getOwnWritten(scope);
    return { words, ...written, today: localDate(scope.now, scope.actor.zone) };
  });
  const guesses = guessesIn(data.attempts);
  const { good, others } = momentsIn(data.attempts);
  const day = (date: string) => formatDay(date, data.today);
  const isEmpty = good.length + others.length + data.notes.length + data.moves.length === 0;
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Your words</h1>
        <p className="reading mt-2">What you wrote here, to reread. Nobody else has this page.</p>
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
        {data.notes.length > 0 ? (
          <section className={task}>
            <h2>Beside your checks</h2>
            {data.notes.map(({ id, date, score, note }) => (
              <FoldedLines key={id} summary={day(date)} lines={[{ label: `${score} of 10`, words: note }]} />
            ))}
          </section>
        ) : null}
        {data.moves.length > 0 ? (
          <section className={task}>
            <h2>When you noticed a distance move</h2>
            {data.moves.map(({ id, date, situation, instead }) => (
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
