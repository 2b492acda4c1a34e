import type { Difference } from "@/lib/shipped/lines";

type Props = { differences: readonly Difference[]; names?: { before: string; after: string } };

/** Line by line what it said and what it says. A line without words shows that it changed, and not how. */
export function DifferenceList({ differences, names = { before: "Before", after: "Now" } }: Props) {
  return (
    <ol className="mt-3 grid gap-5">
      {differences.map(({ id, place, before, after }) => (
        <li key={id}>
          <p className="font-strong text-ink">{place}</p>
          {id === "rest" ? (
            <p className="text-small text-ink-2">
              Details for other systems changed: codes, marks of certainty, figures behind the scores.
            </p>
          ) : (
            <dl className="mt-1 grid grid-cols-[repeat(auto-fit,minmax(min(100%,280px),1fr))] gap-x-6 gap-y-2">
              <Words name={names.before} words={before} instead="Was not there" />
              <Words name={names.after} words={after} instead="No longer there" />
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

function Words({ name, words, instead }: { name: string; words: string | null; instead: string }) {
  return (
    <div>
      <dt className="text-fine text-ink-2">{name}</dt>
      <dd className={words === null ? "whitespace-pre-line text-ink-2" : "whitespace-pre-line"}>{words ?? instead}</dd>
    </div>
  );
}
