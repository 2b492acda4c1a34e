import { Thermometer } from "@/components/charts/thermometer";
import { task } from "@/components/shell/task";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { OwnChartNote } from "@/db/queries/connection/chart-notes";
import { type ConnectionCheck, weeklyMedians } from "@/lib/connection/weekly-medians";
import { OwnChartNotes } from "./own-chart-notes";

type Props = {
  checks: readonly ConnectionCheck[];
  startDate: string;
  today: string;
  notes: readonly OwnChartNote[];
};

/** The client's own checks: the latest beside a typical one of each week. It says where things stand, and judges nothing. */
export function OwnConnection({ checks, startDate, today, notes }: Props) {
  const latest = checks.at(-1);
  if (!latest)
    return (
      <section className={task}>
        <h2>How connected I feel</h2>
        <p>Your checks appear here from the first one on.</p>
        <OwnChartNotes notes={notes} today={today} />
      </section>
    );
  const all = weeklyMedians(checks, startDate, today).map(({ week, median }) => ({ week, score: median }));
  const weeks = all.slice(0, all.findLastIndex(({ score }) => score !== null) + 1);
  const checked = weeks.filter(({ score }) => score !== null);
  const sentence = `Your latest check is ${latest.value} of 10. Each dot is a typical check of its week${foundIn(checked)}.`;
  return (
    <section className={task}>
      <h2>How connected I feel</h2>
      <p>{sentence}</p>
      <DataTableAlternative
        chart="own-connection"
        table={{
          caption: "A typical check of each week",
          columns: ["Week", "Typical"],
          rows: checked.map(({ week, score }) => [week, score === null ? "" : String(score)]),
        }}
      >
        <Thermometer weeks={weeks} latest={latest.value} label={sentence} />
      </DataTableAlternative>
      <OwnChartNotes notes={notes} today={today} />
    </section>
  );
}

/** The first and the last week in figures: ": 4 in week 1, 6 in week 7". */
function foundIn(weeks: readonly { week: number; score: number | null }[]): string {
  const ends = weeks.length > 1 ? [weeks[0], weeks.at(-1)] : weeks;
  const words = ends.flatMap((one) => (one ? [`${one.score} in week ${one.week}`] : []));
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
