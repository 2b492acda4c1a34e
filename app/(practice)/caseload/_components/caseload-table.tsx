import { Table } from "@/components/ui/table";
import type { CaseloadRow } from "../load-caseload";
import { caseloadColumns } from "./caseload-line";

type Props = { rows: readonly CaseloadRow[]; now: Date; ownId: string };

export function CaseloadTable({ rows, now, ownId }: Props) {
  return (
    <>
      <Table
        caption="Caseload"
        columns={caseloadColumns({ now, ownId })}
        rows={rows}
        keyOf={(row) => row.fact.clientId}
        isRisk={(row) => row.reason.level === "risk"}
        isLast={(row, index) => rows[index + 1] !== undefined && rows[index + 1]?.reason.level !== row.reason.level}
      />
      <p className="mt-3.5 flex flex-wrap gap-x-5.5 gap-y-1.5 text-small text-ink-2 print:[zoom:0.76] [&>span]:inline-flex [&>span]:items-center [&>span]:gap-1.5">
        <span>Shape on the floor: now. Ring: wished. Between them: the gap.</span>
        <span>Shaded: this client’s usual range. Amber: a check below it.</span>
        <span>Filled square: practised that day.</span>
      </p>
    </>
  );
}
