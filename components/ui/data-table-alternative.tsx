"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import type { TwinTable } from "@/components/ui/alternative-table";
import { useChartChoices } from "@/components/ui/chart-choices";
import { SortableTable } from "@/components/ui/sortable-table";

type Props = {
  table: TwinTable;
  /** A second one below it, with its caption to be seen: what has a row of its own, such as a note. */
  further?: TwinTable | undefined;
  /** Its name in what a person chose: the same chart of another client opens as they read it last. */
  chart?: string;
  open?: boolean;
  /** The address of the table by itself, where it goes once it is long: a page is not sent twice for numbers that few open. */
  longAt?: Route;
  children: ReactNode;
};

/** It stands in the header of the section, below a link that is there already. */
const switchLink = "look-switch";

/** A longer table has a page of its own. */
const mostRows = 20;

/** A chart with "Show as table" in the header of the section that it opens; it works without script. */
export function DataTableAlternative({ table, further, chart, open, longAt, children }: Props) {
  const { isTable, choose } = useChartChoices();
  if (longAt && table.rows.length > mostRows)
    return (
      <div data-twin className="@container print:break-inside-avoid">
        <Link className={switchLink} href={longAt} prefetch={false}>
          Show as table
        </Link>
        {children}
      </div>
    );
  return (
    <div data-twin className="group/twin print:break-inside-avoid">
      <details
        className="group/table print:not-open:hidden"
        open={open || (chart !== undefined && isTable(chart))}
        onToggle={chart === undefined ? undefined : ({ currentTarget }) => choose(chart, currentTarget.open)}
      >
        <summary className={switchLink}>
          <span className="group-open/table:hidden">Show as table</span>
          <span className="hidden group-open/table:inline">Show as chart</span>
        </summary>
        <SortableTable table={table} />
        {further ? (
          <>
            <p className="mt-5 mb-1 font-semibold" aria-hidden="true">
              {further.caption}
            </p>
            <SortableTable table={further} />
          </>
        ) : null}
      </details>
      <div className="@container group-has-[>details[open]]/twin:hidden print:in-data-couple:block! print:break-inside-avoid">
        {children}
      </div>
    </div>
  );
}
