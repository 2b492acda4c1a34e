import type { CaseloadRow } from "../load-caseload";
import { CaseloadLines } from "./caseload-line";
import { lineView } from "./line-view";

type Props = { rows: readonly CaseloadRow[]; now: Date; ownId: string };

export function CaseloadTable({ rows, now, ownId }: Props) {
  return (
    <>
      <CaseloadLines lines={rows.map((row, index) => lineView(row, now, ownId, endsGroup(rows, index)))} />
      <p className="mt-3.5 flex flex-wrap gap-x-5.5 gap-y-1.5 text-small text-ink-2 print:[zoom:0.76] [&>span]:inline-flex [&>span]:items-center [&>span]:gap-1.5">
        <span>Shape on the floor: now. Ring: wished. Between them: the gap.</span>
        <span>Shaded: this client’s usual range. Amber: a check below it.</span>
        <span>Filled square: practised that day.</span>
      </p>
    </>
  );
}

/** The last of those who are listed for a reason of the same weight. */
const endsGroup = (rows: readonly CaseloadRow[], index: number): boolean => {
  const next = rows[index + 1];
  return next !== undefined && next.reason.level !== rows[index]?.reason.level;
};
