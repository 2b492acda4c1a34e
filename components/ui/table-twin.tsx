import type { ReactNode } from "react";

export type TwinTable = {
  caption: string;
  columns: readonly string[];
  /** The first cell heads its row. */
  rows: readonly (readonly (string | number)[])[];
};

/** The same numbers as the chart beside it. */
export function TwinSheet({ table }: { table: TwinTable }) {
  return (
    <div className="sheet">
      <table className="rank">
        <caption className="vh">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with "Show as table" in the header of the section that it opens; it works without script. */
export function TableTwin({ table, open, children }: { table: TwinTable; open?: boolean; children: ReactNode }) {
  return (
    <div className="twin">
      <details open={open}>
        <summary>
          <span className="when-closed">Show as table</span>
          <span className="when-open">Show as chart</span>
        </summary>
        <TwinSheet table={table} />
      </details>
      <div className="chart">{children}</div>
    </div>
  );
}
