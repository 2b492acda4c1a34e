import { Empty } from "@/components/ui/empty";
import { numberTable } from "@/components/ui/number-table";
import { Section } from "@/components/ui/section";
import { fewestShown, shownCount, shownParts } from "@/lib/figures/small-cells";
import type { InstrumentTally } from "@/lib/figures/tallied-change";

/** Changes beyond measurement error, by instrument, with how many they stand on and how many were never asked twice. */
export function ChangeTables({ tallies }: { tallies: readonly InstrumentTally[] }) {
  return (
    <Section
      title="What changed"
      id="changed"
      sub={`From somebody’s first sitting to their newest, each judged by measurement error. A count below ${fewestShown} is not shown (–), nor what would tell it.`}
    >
      {tallies.length === 0 ? <Empty title="Nobody was asked for an assessment yet." /> : null}
      {tallies.map((tally) => (
        <TallyTable key={tally.key} tally={tally} />
      ))}
    </Section>
  );
}

const heads = ["Better", "Worse", "Changed, neither better nor worse", "Within error"];
const cell = (count: number | null | undefined) => count ?? "–";

function TallyTable({ tally: { title, asked, never, once, scales } }: { tally: InstrumentTally }) {
  const [none, single, twice] = shownParts([never, once, asked - never - once]);
  return (
    <div className="mt-5 first:mt-0 overflow-x-auto print:break-inside-avoid">
      <h3 className="text-body font-strong">{title}</h3>
      <p className="mb-2 text-small text-ink-2">
        Asked: {cell(shownCount(asked))}. Never sent: {cell(none)}. Sent once: {cell(single)}. Twice or more:{" "}
        {cell(twice)}.
      </p>
      {asked - never - once < fewestShown ? (
        <p>Too few sent it twice to compare.</p>
      ) : (
        <table className={numberTable}>
          <caption className="sr-only">{title}: change beyond measurement error</caption>
          <thead>
            <tr>
              <th scope="col">Scale</th>
              <th scope="col">Compared</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scales.map(({ title: scale, compared, better, worse, other }) => (
              <tr key={scale}>
                <th scope="row">{scale}</th>
                <td>{cell(shownCount(compared))}</td>
                {shownParts([better, worse, other, compared - better - worse - other]).map((part, place) => (
                  <td key={heads[place]}>{compared < fewestShown ? "–" : cell(part)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
