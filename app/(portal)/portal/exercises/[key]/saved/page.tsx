import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FoldedLines } from "@/components/portal/folded-lines";
import { LinkButton } from "@/components/ui/link-button";
import { getLastAttempt, type LastAttempt, recordedKeyAt } from "@/db/queries/exercises/exercise-page";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import { getOwnReadings } from "@/db/queries/learn/readings";
import { writtenIn } from "@/lib/exercises/reread";
import { readingsFor } from "@/lib/learn/readings";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../../../_shell/own-words";
import { PortalPage } from "../../../../_shell/portal-page";
import "../../../../../portal.css";
import { atOnce } from "@/lib/at-once";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Saved" };

export default async function SavedPage({ params }: { params: Promise<{ key: string }> }) {
  const { key: place } = await params;
  const { data } = await loadForClient(async (scope) => {
    const key = await recordedKeyAt(scope, place);
    if (!key) return null;
    const { last, read, readings, words } = await atOnce({
      last: getLastAttempt(scope, key),
      read: getReadingMarks(scope),
      readings: getOwnReadings(scope),
      words: getOwnWords(scope),
    });
    const unread = readingsFor(key, readings).find((reading) => !read.includes(reading.key));
    return last && { last, unread, words };
  });
  if (!data) redirect("/portal");
  const { last, unread } = data;
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Saved</h1>
        <p className="reading">{sentenceFor(last)}</p>
      </section>
      {data.words.areLocked ? null : (
        <OwnWords words={data.words}>
          <Prediction last={last} />
          <Written last={last} />
        </OwnWords>
      )}
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal" look="filled">
          Back to today
        </LinkButton>
        <LinkButton href={paths.portal.ownWords} look="quiet">
          What you wrote
        </LinkButton>
        {unread ? (
          <LinkButton href={paths.portal.reading(unread.key)} look="quiet">
            A short reading about this
          </LinkButton>
        ) : null}
      </div>
    </PortalPage>
  );
}

function sentenceFor({ outcome, detail, anxietyBefore, anxietyAfter }: LastAttempt): string {
  if (outcome === "skipped") return "Noted. Not today is fine.";
  if (outcome === "tried") {
    if (detail?.page === "one-real-feeling")
      return "You found the words. Telling can come later, or another day. That counts.";
    return detail?.page === "temperature-check"
      ? "You named the number. Telling can come later, or another day. That counts."
      : "You tried and stopped early. That counts.";
  }
  const eased = anxietyBefore !== null && anxietyAfter !== null && anxietyAfter < anxietyBefore;
  const change = eased ? ` It started at ${anxietyBefore} and came down to ${anxietyAfter}.` : "";
  return `You did it.${change}`;
}

const guessIn = ({ detail }: LastAttempt) =>
  detail?.page === "ask-for-a-favour" && detail.expected && detail.happened ? detail : null;

/** What was expected beside what happened: the reason for writing it down first. */
function Prediction({ last }: { last: LastAttempt }) {
  const guess = guessIn(last);
  if (!guess) return null;
  return (
    <details>
      <summary>What you expected, and what happened</summary>
      <dl className="grid gap-5 desk:grid-cols-[1fr_1fr]">
        <div>
          <dt className="text-ink-2 font-semibold">You expected</dt>
          <dd className="reading">{guess.expected}</dd>
        </div>
        <div>
          <dt className="text-ink-2 font-semibold">What happened</dt>
          <dd className="reading">{guess.happened}</dd>
        </div>
      </dl>
    </details>
  );
}

/** What they have just written is shown back, folded: somebody else may see this screen. */
function Written({ last }: { last: LastAttempt }) {
  const lines = writtenIn(guessIn(last) ? { ...last, detail: null } : last);
  return lines.length > 0 ? <FoldedLines summary="What you wrote here" lines={lines} /> : null;
}
