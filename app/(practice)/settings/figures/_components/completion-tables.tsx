import { numberTable } from "@/components/ui/number-table";
import { Section } from "@/components/ui/section";
import { completionDays } from "@/db/queries/figures/completion";
import type { PracticeFigures } from "@/db/queries/figures/practice-figures";
import { fewestShown, shownCount, shownParts } from "@/lib/figures/small-cells";

const cell = (count: number | null) => count ?? "–";

type Row = { title: string; people: number; parts: readonly number[] };

/** Nothing is shown of fewer than five people, and of the others no part that would be about few. */
const shownRow = ({ people, parts }: Row): (number | null)[] =>
  people < fewestShown ? [null, ...parts.map(() => null)] : [shownCount(people), ...shownParts(parts)];

/** What was due and sent by assessment, and how exercises ended, each with how many people it stands on. */
export function CompletionTables({ instruments, exercises }: Pick<PracticeFigures, "instruments" | "exercises">) {
  return (
    <Section
      title="What was done"
      id="done"
      sub={`In the last ${completionDays} days, in the order of names. A count below ${fewestShown} is not shown (–), nor what would tell it.`}
    >
      <Table
        caption="Assessments that were due"
        heads={["People", "Sent", "Not sent"]}
        none="No assessment was due."
        rows={instruments.map(({ title, people, due, sent }) => ({ title, people, parts: [sent, due - sent] }))}
      />
      <Table
        caption="Exercises that were noted"
        heads={["People", "Done", "Tried and stopped", "Left out"]}
        none="No exercise was noted."
        rows={exercises.map(({ title, people, done, tried, skipped }) => ({
          ...{ title, people, parts: [done, tried, skipped] },
        }))}
      />
      <p className="mt-3 text-small text-ink-2">
        An exercise left out with its reason is work too. No figure here is of anybody’s effort.
      </p>
    </Section>
  );
}

type TableProps = { caption: string; heads: readonly string[]; none: string; rows: readonly Row[] };

function Table({ caption, heads, none, rows }: TableProps) {
  return (
    <div className="mt-5 first:mt-0 overflow-x-auto print:break-inside-avoid">
      <h3 className="mb-2 text-body font-strong">{caption}</h3>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table className={numberTable}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.title}>
                <th scope="row">{row.title}</th>
                {shownRow(row).map((part, place) => (
                  <td key={heads[place]}>{cell(part)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
