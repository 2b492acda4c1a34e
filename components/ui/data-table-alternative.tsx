"use client";

import type { ReactNode } from "react";
import type { TwinTable } from "@/components/ui/alternative-table";
import { useChartChoices } from "@/components/ui/chart-choices";
import { SortableTable } from "@/components/ui/sortable-table";

type Props = {
  table: TwinTable;
  /** Its name in what a person chose: the same chart of another client opens as they read it last. */
  chart?: string;
  open?: boolean;
  children: ReactNode;
};

/** A chart with "Show as table" in the header of the section that it opens; it works without script. */
export function DataTableAlternative({ table, chart, open, children }: Props) {
  const { isTable, choose } = useChartChoices();
  return (
    <div className="twin">
      <details
        open={open || (chart !== undefined && isTable(chart))}
        onToggle={chart === undefined ? undefined : ({ currentTarget }) => choose(chart, currentTarget.open)}
      >
        <summary>
          <span className="when-closed">Show as table</span>
          <span className="when-open">Show as chart</span>
        </summary>
        <SortableTable table={table} />
      </details>
      <div className="chart">{children}</div>
    </div>
  );
}
