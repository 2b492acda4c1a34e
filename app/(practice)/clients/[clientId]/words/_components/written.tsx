import type { ReactNode } from "react";
import type { WrittenAttempt, WrittenEntry } from "@/db/queries/clients/client-words";
import { howItWentLabels, skipReasons } from "@/lib/exercises/attempt";
import { type AttemptLine, attemptLines } from "@/lib/exercises/attempt-lines";
import { distanceMoveWords } from "@/lib/exercises/distance-moves";
import { formatMoment } from "@/lib/format";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseIn, formWords } from "@/lib/protocol/own-steps";
import { RateAttempt } from "../../protocol/_components/rate-attempt";
import { rate } from "../../protocol/actions";

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
        <Lines lines={[...own("What was happening", entry.situation), ...own("Done instead", entry.instead)]} />
      </Article>
    );
  return <Attempt entry={entry} when={when} {...shown} />;
}

const outcomes = { done: "Done", tried: "Tried, stopped early", skipped: "Left out" } as const;

function Attempt({ entry, when, version, name, mayRate }: Shown & { entry: WrittenAttempt; when: string }) {
  const exercise = version && exerciseOf(version, entry.exercise);
  const title = exercise ? exerciseIn(exercise, entry.form).title : "An exercise of an earlier version";
  const isSkip = entry.outcome === "skipped";
  const lines = [
    ...(isSkip ? chosen("Why", reasonOf(entry.skipReason)) : []),
    ...own("Note", entry.skipNote),
    ...(entry.detail ? attemptLines(entry.detail) : []),
    ...chosen("Anxiety", anxietyOf(entry)),
    ...chosen("How it went", entry.howItWent === null ? null : (howItWentLabels[entry.howItWent] ?? null)),
    ...own("Afterwards", entry.reflection),
  ];
  return (
    <Article
      id={entry.id}
      title={title}
      facts={[outcomes[entry.outcome], ...(entry.form === "own" ? [formWords.own] : []), when]}
    >
      {lines.length > 0 ? <Lines lines={lines} /> : <p className="sec">{name} wrote nothing with it.</p>}
      {isSkip ? null : (
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

const own = (label: string, words: string | null): AttemptLine[] => (words ? [{ label, words, isOwn: true }] : []);
const chosen = (label: string, words: string | null): AttemptLine[] => (words ? [{ label, words, isOwn: false }] : []);

const reasonOf = (reason: string | null): string | null =>
  reason === null ? null : (Object.entries(skipReasons).find(([key]) => key === reason)?.[1] ?? null);

function anxietyOf({ anxietyBefore, anxietyAfter }: WrittenAttempt): string | null {
  const parts = [
    anxietyBefore === null ? "" : `${anxietyBefore} before`,
    anxietyAfter === null ? "" : `${anxietyAfter} after`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}

type ArticleProps = { id: string; title: string; facts: readonly string[]; children: ReactNode };

function Article({ id, title, facts, children }: ArticleProps) {
  return (
    <article className="refl" id={`written-${id}`} aria-labelledby={`title-${id}`}>
      <p className="meta">
        <b id={`title-${id}`}>{title}</b>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {children}
    </article>
  );
}

/** The client's own words keep their lines and their direction; what was chosen is told from them by its type. */
function Lines({ lines }: { lines: readonly AttemptLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="given">
      {lines.map(({ label, words, isOwn }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isOwn ? "own-words" : undefined} dir={isOwn ? "auto" : undefined}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
