import type { CaseloadColumn } from "@/lib/caseload/columns";
import type { CaseloadRow } from "../load-caseload";
import { CaseloadLines } from "./caseload-line";
import { lineView, type Reader, usualPhases } from "./line-view";

type Props = { rows: readonly CaseloadRow[]; reader: Reader; shown: readonly CaseloadColumn[] };

export function CaseloadTable({ rows, reader, shown }: Props) {
  const phases = usualPhases(rows);
  return (
    <>
      <CaseloadLines
        lines={rows.map((row, index) => lineView(row, reader, { groupEnd: endsGroup(rows, index), phases }))}
        phases={phases}
        shown={shown}
      />
      <p className="mt-3.5 flex flex-wrap gap-x-5.5 gap-y-1.5 text-small text-ink-2 print:[zoom:0.76] [&>span]:inline-flex [&>span]:items-center [&>span]:gap-1.5">
        {shown.includes("gaps") ? <span>Shape on the floor: now. Ring: wished. Between them: the gap.</span> : null}
        {shown.includes("score") ? <span>Shaded: this client’s usual range. Amber: a check below it.</span> : null}
        {shown.includes("practice") ? <span>Filled square: practised that day.</span> : null}
      </p>
    </>
  );
}

/** The last of those who are listed for a reason of the same weight. */
const endsGroup = (rows: readonly CaseloadRow[], index: number): boolean => {
  const next = rows[index + 1];
  return next !== undefined && next.reason.level !== rows[index]?.reason.level;
};
