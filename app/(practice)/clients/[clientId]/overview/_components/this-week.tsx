"use client";

import Link from "next/link";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import type { PathRow } from "../../../../_protocol/path-view";

/** The running week's exercises, a mark a day. */
export function ThisWeek({ rows, clientId }: { rows: readonly PathRow[]; clientId: string }) {
  return (
    <Section
      id="this-week"
      title="This week"
      action={
        <Link href={paths.client(clientId).protocol} prefetch={false}>
          Protocol
        </Link>
      }
    >
      <table className="week-list">
        <caption className="vh">Exercises of this week, a mark a day</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.exercise}>
              <th scope="row">
                {row.title}
                {row.form ? <span className="form sm sec">{row.form}</span> : null}
              </th>
              <td>
                <PracticeMarks states={row.states} label={row.label} size={14} pitch={22} today={row.today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
