"use client";

import { useState } from "react";
import {
  rowKeys,
  type SortBy,
  sortRows,
  type TwinCell,
  type TwinTable,
  textOf,
} from "@/components/ui/alternative-table";
import { numberTable } from "@/components/ui/number-table";

const sortButton = "look-sort";

const lookOf = (cell: TwinCell) =>
  typeof cell === "object" && cell.isWords ? ({ className: "words own", dir: "auto" } as const) : {};

/** Numbers in rows, sorted by any column from its heading. The first cell heads its row. */
export function SortableTable({ table }: { table: TwinTable }) {
  const [sort, setSort] = useState<SortBy | null>(null);
  const rows = sort ? sortRows(table.rows, sort) : table.rows;
  const keys = rowKeys(rows);
  return (
    <div data-sheet className="overflow-x-auto print:in-data-couple:hidden">
      <table className={numberTable}>
        <caption className="sr-only">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => {
              const direction = sort?.column === index ? sort.direction : "none";
              return (
                <th key={column} scope="col" aria-sort={direction}>
                  <button
                    type="button"
                    className={sortButton}
                    onClick={() =>
                      setSort({ column: index, direction: direction === "ascending" ? "descending" : "ascending" })
                    }
                  >
                    {column}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={keys[place]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.columns[index]} scope="row">
                    {textOf(cell)}
                  </th>
                ) : (
                  <td key={table.columns[index]} {...lookOf(cell)}>
                    {textOf(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
