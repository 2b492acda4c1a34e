import type { ReactNode } from "react";
import type { WrittenAttempt, WrittenEntry } from "@/db/queries/clients/client-words";
import { attemptWords, ownLine } from "@/lib/exercises/attempt-lines";
import { distanceMoveWords } from "@/lib/exercises/distance-moves";
import { formatMoment } from "@/lib/format";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseIn, formWords } from "@/lib/protocol/own-steps";
import { RateAttempt } from "../../protocol/_components/rate-attempt";
import { rate } from "../../protocol/actions";
import { Lines } from "./lines";

type Shown = {
  version: ProtocolVersion | null;
  name: string;
  mayRate: boolean;
  /** The reader's clock and zone. */
  now: Date;
  zone: string;
};

/** What a client wrote, each with its parts side by side, and an exercise with the rating that judges it. */
export function Written({ entries, ...shown }: Shown & { entries: readonly WrittenEntry[] }) {
  return entries.map((entry) => <Entry key={entry.id} entry={entry} {...shown} />);
}

function Entry({ entry, ...shown }: Shown & { entry: WrittenEntry }) {
  const when = formatMoment(entry.at, shown.now, shown.zone);
  if (entry.kind === "check")
    return (
      <Article id={entry.id} title="Connection check" facts={[`${entry.score} of 10`, when]}>
        <Lines lines={[{ label: "Note", words: entry.note, isOwn: true }]} />
      </Article>
    );
  if (entry.kind === "move")
    return (
      <Article id={entry.id} title={distanceMoveWords[entry.move].title} facts={["Distance move, noticed", when]}>
        <Lines lines={[...ownLine("What was happening", entry.situation), ...ownLine("Done instead", entry.instead)]} />
      </Article>
    );
  return <Attempt entry={entry} when={when} {...shown} />;
}

const outcomes = { done: "Done", tried: "Tried, stopped early", skipped: "Left out" } as const;

function Attempt({ entry, when, version, name, mayRate }: Shown & { entry: WrittenAttempt; when: string }) {
  const exercise = version && exerciseOf(version, entry.exercise);
  const title = exercise ? exerciseIn(exercise, entry.form).title : "An exercise of an earlier version";
  const lines = attemptWords(entry);
  return (
    <Article
      id={entry.id}
      title={title}
      facts={[outcomes[entry.outcome], ...(entry.form === "own" ? [formWords.own] : []), when]}
    >
      {lines.length > 0 ? <Lines lines={lines} /> : <p className="text-ink-2">{name} wrote nothing with it.</p>}
      {entry.outcome === "skipped" ? null : (
        <RateAttempt
          action={rate}
          attemptId={entry.id}
          about={`${title}, ${when}`}
          rating={entry.rating}
          isOpen={mayRate}
        />
      )}
    </Article>
  );
}

type ArticleProps = { id: string; title: string; facts: readonly string[]; children: ReactNode };

function Article({ id, title, facts, children }: ArticleProps) {
  return (
    <article
      className="mb-4.5 border-b border-line pb-4.5 last-of-type:m-0 last-of-type:border-0 last-of-type:pb-0 print:break-inside-avoid"
      id={`written-${id}`}
      aria-labelledby={`title-${id}`}
    >
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-small text-ink-2">
        <b id={`title-${id}`}>{title}</b>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {children}
    </article>
  );
}
