import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclose } from "@/components/ui/disclose";
import { type CaseloadColumn, caseloadColumns } from "@/lib/caseload/columns";
import { type CaseloadView, columnsShown, NO_COLUMNS } from "@/lib/caseload/view";

const names = {
  week: "Week",
  score: "Connection",
  gaps: "Five gaps",
  practice: "Practice, 7 days",
  activity: "Last activity",
  due: "Next due",
  session: "Next session",
} satisfies Record<CaseloadColumn, string>;

/** Which columns the list has: part of the form of filters, and so of the address and of a look that is kept. */
export function ColumnChoice({ view }: { view: CaseloadView }) {
  const shown = columnsShown(view);
  return (
    <Disclose label="Columns">
      <fieldset className="mt-3 grid max-w-140 grid-cols-[repeat(auto-fill,minmax(160px,1fr))] gap-x-5 gap-y-1 border-0 p-0">
        <legend className="sr-only">Columns of the list</legend>
        <input type="hidden" name="columns" value={NO_COLUMNS} form="caseload-filter" />
        {caseloadColumns.map((column) => (
          <Checkbox
            key={`${column}-${shown.includes(column)}`}
            id={`column-${column}`}
            name="columns"
            value={column}
            form="caseload-filter"
            label={names[column]}
            defaultChecked={shown.includes(column)}
          />
        ))}
      </fieldset>
      <Button type="submit" form="caseload-filter" small className="mt-3 scripted:hidden">
        Show these columns
      </Button>
    </Disclose>
  );
}
