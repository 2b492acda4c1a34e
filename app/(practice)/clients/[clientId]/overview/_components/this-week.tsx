"use client";

import Link from "next/link";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import { type SentRow, statesOf } from "../../../../_protocol/sent-path";

/** The running week's exercises, a mark a day. */
export function ThisWeek({ rows, clientId }: { rows: readonly SentRow[]; clientId: string }) {
  return (
    <Section
      id="this-week"
      title="This week"
      action={
        <Link
          className="py-1 flex-none text-small max-desk:-my-3 max-desk:py-3 print:hidden"
          href={paths.client(clientId).protocol}
          prefetch={false}
        >
          Protocol
        </Link>
      }
    >
      <table className="[&_:is(th,_td)]:py-1.75 [&_:is(th,_td)]:px-0 [&_:is(th,_td)]:border-b [&_:is(th,_td)]:border-line [&_:is(th,_td)]:text-left [&_:is(th,_td)]:font-normal [&_td]:w-[1%] [&_.form]:block w-full border-collapse print:break-inside-avoid">
        <caption className="sr-only">Exercises of this week, a mark a day</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.exercise}>
              <th scope="row">
                {row.title}
                {row.form ? <span className="form text-ink-2 text-small">{row.form}</span> : null}
              </th>
              <td>
                <PracticeMarks states={statesOf(row.marks)} label={row.label} size={14} pitch={22} today={row.today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
