import type { Difference } from "@/lib/shipped/lines";

type Props = { differences: readonly Difference[]; names?: { before: string; after: string } };

/** Line by line what it said and what it says. A line without words shows that it changed, and not how. */
export function DifferenceList({ differences, names = { before: "Before", after: "Now" } }: Props) {
  return (
    <ol className="differences">
      {differences.map(({ id, place, before, after }) => (
        <li key={id}>
          <p className="strong">{place}</p>
          {id === "rest" ? (
            <p className="sm sec">
              Details for other systems changed: codes, marks of certainty, figures behind the scores.
            </p>
          ) : (
            <dl>
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
      <dt>{name}</dt>
      <dd className={words === null ? "sec" : undefined}>{words ?? instead}</dd>
    </div>
  );
}
