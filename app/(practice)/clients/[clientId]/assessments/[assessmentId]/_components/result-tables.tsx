import type { gapRows, ItemRow, ScaleRow } from "@/lib/assessments/result-view";

const side = { now: "now", wished: "wished" };

type ScaleProps = { rows: readonly ScaleRow[]; before: string | null; hasForms: boolean };

/** One line per scale: what it came to, and what the difference to the earlier date is worth. */
export function ScaleTable({ rows, before, hasForms }: ScaleProps) {
  return (
    <div className="scroll-x">
      <table className="rank">
        <caption className="vh">Scores</caption>
        <thead>
          <tr>
            <th scope="col">Scale</th>
            {before ? <th scope="col">{before}</th> : null}
            <th scope="col">This time</th>
            <th scope="col" className="words">
              {before ? "Difference" : "In words"}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.title}
                {hasForms ? `, ${side[row.form]}` : null}
                <span className="second-line">{row.range}</span>
              </th>
              {before ? <td>{row.before ?? "No score"}</td> : null}
              <td className="strong">{row.score ?? "No score"}</td>
              <td className="words">
                {[row.band, row.note, row.change].filter(Boolean).map((words) => (
                  <span className="line" key={words}>
                    {words}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type GapProps = { rows: ReturnType<typeof gapRows>; before: string | null };

export function GapTable({ rows, before }: GapProps) {
  return (
    <table className="rank">
      <caption className="vh">Wished minus now</caption>
      <thead>
        <tr>
          <th scope="col">Scale</th>
          <th scope="col">Wished minus now</th>
          {before ? (
            <th scope="col" className="words">
              Since {before}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.title}>
            <th scope="row">{row.title}</th>
            <td className="strong">{row.gap}</td>
            {before ? <td className="words">{row.change}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ItemProps = {
  rows: readonly ItemRow[];
  first: string | null;
  previous: string | null;
  now: string;
  hasForms: boolean;
};

/** Every answer, the first time, the time compared with, and this time; a statement once, with the sides it was answered from. */
export function ItemTable({ rows, first, previous, now, hasForms }: ItemProps) {
  return (
    <div className="scroll-x">
      <table className="rank answers">
        <caption className="vh">Answers by question</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {hasForms ? (
              <th scope="col" className="words">
                <span className="vh">Side</span>
              </th>
            ) : null}
            {first ? (
              <th scope="col" className="words">
                First, {first}
              </th>
            ) : null}
            {previous ? (
              <th scope="col" className="words">
                {previous}
              </th>
            ) : null}
            <th scope="col" className="words">
              {now}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={`${row.id}/${row.form}`} className={rows[place + 1]?.id === row.id ? "goes-on" : undefined}>
              {rows[place - 1]?.id === row.id ? null : (
                <th scope="rowgroup" rowSpan={rows.filter(({ id }) => id === row.id).length}>
                  {row.text}
                </th>
              )}
              {hasForms ? <td className="words side">{side[row.form]}</td> : null}
              {first ? (
                <td className="words" data-label={`First, ${first}`}>
                  {row.first}
                </td>
              ) : null}
              {previous ? (
                <td className="words" data-label={previous}>
                  {row.previous}
                </td>
              ) : null}
              <td className="words strong" data-label={now}>
                {row.now}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
