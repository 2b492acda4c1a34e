import type { ReactNode } from "react";
import type { EarlierWords } from "@/db/queries/clients/corrected-words";
import type { WrittenEntry } from "@/db/queries/clients/written-entry";
import { type AttemptLine, attemptWords, ownLine } from "@/lib/exercises/attempt-lines";
import { distanceMoveWords } from "@/lib/exercises/distance-moves";
import { formatMoment, inSentence } from "@/lib/format";
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

type Props = Shown & {
  entries: readonly WrittenEntry[];
  /** What they said before, by the id of an entry. */
  earlier: ReadonlyMap<string, readonly EarlierWords[]>;
};

/** What a client wrote, each with its parts side by side, and an exercise with the rating that judges it. */
export function Written({ entries, earlier, ...shown }: Props) {
  return entries.map((entry) => (
    <Entry key={entry.id} entry={entry} earlier={earlier.get(entry.id) ?? []} {...shown} />
  ));
}

type EntryProps = Shown & { entry: WrittenEntry; earlier: readonly EarlierWords[] };

function Entry({ entry, earlier, version, name, mayRate, now, zone }: EntryProps) {
  const moment = (at: Date) => formatMoment(at, now, zone);
  const when = moment(entry.at);
  const lines = linesOf(entry);
  const { title, facts } = headOf(entry, version);
  return (
    <Article id={entry.id} title={title} facts={[...facts, when]}>
      {lines.length > 0 || entry.kind === "move" ? (
        <Lines lines={lines} />
      ) : (
        <p className="text-ink-2">
          {entry.kind === "check" ? "The note was taken out." : `${name} wrote nothing with it.`}
        </p>
      )}
      {earlier.map((one) => (
        <details key={one.changedAt.toISOString()} className="mb-3 print:hidden">
          <summary className="cursor-pointer text-small text-primary">
            {name} changed it {inSentence(moment(one.changedAt))}. What it said before
          </summary>
          {one.entry.kind === "attempt" ? null : (
            <p className="mt-2 text-ink-2">
              {one.entry.kind === "check" ? `${one.entry.score} of 10` : headOf(one.entry, version).title}
            </p>
          )}
          <Lines lines={linesOf(one.entry)} />
        </details>
      ))}
      {entry.kind !== "attempt" || entry.outcome === "skipped" ? null : (
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

const outcomes = { done: "Done", tried: "Tried, stopped early", skipped: "Left out" } as const;

function headOf(entry: WrittenEntry, version: ProtocolVersion | null): { title: string; facts: readonly string[] } {
  if (entry.kind === "check") return { title: "Connection check", facts: [`${entry.score} of 10`] };
  if (entry.kind === "move") return { title: distanceMoveWords[entry.move].title, facts: ["Distance move, noticed"] };
  const exercise = version && exerciseOf(version, entry.exercise);
  return {
    title: exercise ? exerciseIn(exercise, entry.form).title : "An exercise of an earlier version",
    facts: [outcomes[entry.outcome], ...(entry.form === "own" ? [formWords.own] : [])],
  };
}

function linesOf(entry: WrittenEntry): readonly AttemptLine[] {
  if (entry.kind === "check") return ownLine("Note", entry.note || null);
  if (entry.kind === "move")
    return [...ownLine("What was happening", entry.situation), ...ownLine("Done instead", entry.instead)];
  return attemptWords(entry);
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
