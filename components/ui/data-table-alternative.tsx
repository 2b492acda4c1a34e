"use client";

import type { Route } from "next";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Fragment, type ReactNode, useState } from "react";
import type { TwinTable } from "@/components/ui/alternative-table";
import { useChartChoices } from "@/components/ui/chart-choices";
import { SortableTable } from "@/components/ui/sortable-table";

type Props = {
  table: TwinTable;
  /** More of them below it, each with its caption to be seen: what has a row of its own, such as a note. */
  further?: readonly TwinTable[] | undefined;
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

/**
 * A chart with "Show as table" in the header of the section that it opens; it works without script. A chart with a name is
 * sent as what is looked at, drawing or table, and never as both.
 */
export function DataTableAlternative({ chart, longAt, ...twin }: Props) {
  if (longAt && twin.table.rows.length > mostRows)
    return (
      <div data-twin className="@container print:break-inside-avoid">
        <Link className={switchLink} href={longAt} prefetch={false}>
          Show as table
        </Link>
        {twin.children}
      </div>
    );
  return chart === undefined ? <Folded {...twin} /> : <OneOfTwo chart={chart} {...twin} />;
}

type TwinProps = Omit<Props, "chart" | "longAt">;

function OneOfTwo({ chart, table, further, open, children }: TwinProps & { chart: string }) {
  const { isTable, choose } = useChartChoices();
  // Outside of an application, as in a test, there is no address.
  const asked = useSearchParams()?.get("show");
  const [isOpen, setOpen] = useState(
    asked === `${chart}-table` || (asked !== `${chart}-chart` && (open || isTable(chart))),
  );
  const place = `twin-${chart}`;
  const turn = () => {
    setOpen(!isOpen);
    choose(chart, !isOpen);
  };
  return (
    <div data-twin id={place} className="print:break-inside-avoid">
      <a
        className={switchLink}
        href={`?show=${chart}-${isOpen ? "chart" : "table"}#${place}`}
        onClick={(event) => {
          event.preventDefault();
          turn();
        }}
      >
        {isOpen ? "Show as chart" : "Show as table"}
      </a>
      {isOpen ? (
        <Sheets table={table} further={further} />
      ) : (
        <div className="@container print:break-inside-avoid">{children}</div>
      )}
    </div>
  );
}

function Folded({ table, further, open, children }: TwinProps) {
  return (
    <div data-twin className="group/twin print:break-inside-avoid">
      <details className="group/table print:not-open:hidden" open={open}>
        <summary className={switchLink}>
          <span className="group-open/table:hidden">Show as table</span>
          <span className="hidden group-open/table:inline">Show as chart</span>
        </summary>
        <Sheets table={table} further={further} />
      </details>
      <div className="@container group-has-[>details[open]]/twin:hidden print:in-data-couple:block! print:break-inside-avoid">
        {children}
      </div>
    </div>
  );
}

function Sheets({ table, further = [] }: Pick<Props, "table" | "further">) {
  return (
    <>
      <SortableTable table={table} />
      {further.map((one) => (
        <Fragment key={one.caption}>
          <p className="mt-5 mb-1 font-semibold" aria-hidden="true">
            {one.caption}
          </p>
          <SortableTable table={one} />
        </Fragment>
      ))}
    </>
  );
}
