import { FiveKey } from "@/components/charts/dimension-mark";
import { Ledger } from "@/components/ui/ledger";
import { dimensions } from "@/lib/assessments/dimension";
import type { CaseloadRow } from "../load-caseload";
import { CaseloadLines } from "./caseload-line";
import { lineView } from "./line-view";

type Props = { rows: readonly CaseloadRow[]; now: Date; ownId: string };

export function CaseloadTable({ rows, now, ownId }: Props) {
  return (
    <>
      <Ledger caption="Caseload" className="fixed-cols">
        <colgroup>
          {["14%", "21.5%", "13.5%", "10.5%", "11%", "10%", "9.25%", "10.25%"].map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Why now</th>
            <th scope="col">Week</th>
            <th scope="col">Connection, last 10 checks</th>
            <th scope="col">
              <FiveKey order={dimensions} />
            </th>
            <th scope="col">Practice, 7 days</th>
            <th scope="col">Last activity</th>
            <th scope="col">Next due</th>
          </tr>
        </thead>
        <tbody>
          <CaseloadLines lines={rows.map((row, index) => lineView(row, now, ownId, endsGroup(rows, index)))} />
        </tbody>
      </Ledger>
      <p className="howto">
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
