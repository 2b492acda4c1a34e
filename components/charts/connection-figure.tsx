"use client";

import { ConnectionChartLazy } from "@/components/charts/connection-chart-lazy";
import { type ConnectionData, type ConnectionElsewhere, mostFlags } from "@/components/charts/connection-data";
import { OtherMark } from "@/components/charts/other-mark";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import { Empty } from "@/components/ui/empty";
import { counted } from "@/lib/plural";

type Props = {
  data: ConnectionData;
  /** The finding, in one sentence: it stands above the chart and names it. */
  sentence: string;
  /** When the first check can be expected, for a chart without one. */
  whenEmpty: string;
  openAsTable?: boolean;
};

/** Sentence, table twin and a box of the final size are there at once; the drawing follows. */
export function ConnectionFigure({ data, sentence, whenEmpty, openAsTable = false }: Props) {
  const { elsewhere = [] } = data;
  if (data.checks.length === 0 && elsewhere.length === 0) return <Empty title="No checks yet">{whenEmpty}</Empty>;
  const { goal, events } = data;
  const flagged = data.events.slice(0, mostFlags);
  const more = data.events.length - flagged.length;
  const table = {
    caption: sentence,
    columns: ["Week", "Days with a check", "Median", "Lowest", "Signal", ...(goal ? ["Goal line"] : [])],
    rows: data.medians.map((week) => [
      week.week,
      week.days,
      figure(week.median),
      week.lowest ?? "No checks",
      signalWords(week.signal),
      ...(goal ? [goal.from < week.week * 7 ? goal.at : "Not yet"] : []),
    ]),
  };
  const notes = data.checks.filter(({ note }) => note);
  const further = {
    caption: `Notes with ${counted(notes.length, "check")}`,
    columns: ["When", "Check", "Note"],
    rows: notes.map(({ at, when, score, note = "" }) => [
      { text: when, sort: at },
      score,
      { text: note, sort: note, isWords: true as const },
    ]),
  };
  const others = elsewhere.map(({ record, checks }) => ({
    caption: `Checks on record ${record}`,
    columns: ["When", "Check", "Note"],
    rows: checks.map(({ at, when, score, note = "" }) => [
      { text: when, sort: at },
      score,
      { text: note || "None", sort: note, ...(note ? { isWords: true as const } : {}) },
    ]),
  }));
  const written = events.filter(({ when }) => when);
  const beside = {
    caption: "What happened beside the path",
    columns: ["When", "Week", "What"],
    rows: written.map(({ at, week, name, when = "" }) => [
      { text: when, sort: at },
      week,
      { text: name, sort: name, isWords: true as const },
    ]),
  };
  return (
    <figure>
      <figcaption className="mb-3 max-w-[96ch] text-pretty print:break-after-avoid">{sentence}</figcaption>
      <DataTableAlternative
        chart="connection"
        table={table}
        further={[...(written.length > 0 ? [beside] : []), ...(notes.length > 0 ? [further] : []), ...others]}
        open={openAsTable}
      >
        <ConnectionChartLazy data={data} label={sentence} />
        {elsewhere.map((other) => (
          <p key={other.record} className="mt-2 text-ink-2 text-small">
            <svg className="mr-1.5 inline align-[-2px]" width="12" height="12" aria-hidden="true">
              <OtherMark x={6} y={6} />
            </svg>
            {otherWords(other, data.weeks)}
          </p>
        ))}
        {flagged.length > 0 && (
          <ol className="grid gap-y-1 gap-x-4 mt-3 grid-cols-[repeat(auto-fill,minmax(190px,1fr))] text-ink text-small">
            {flagged.map((event, index) => (
              <li key={`${event.at} ${event.name}`}>
                <b className="mr-1.5">{index + 1}</b>
                {`${event.name} (wk\u00a0${event.week})`}
              </li>
            ))}
            {more > 0 && <li className="text-ink-2">and {more} more</li>}
          </ol>
        )}
      </DataTableAlternative>
    </figure>
  );
}

/** How many there are on the other record, and how many of them the chart can show. */
function otherWords({ record, checks }: ConnectionElsewhere, weeks: number): string {
  const before = checks.filter(({ at }) => at < 0).length;
  const after = checks.filter(({ at }) => at >= weeks * 7).length;
  const beyond = [before > 0 ? `${before} before these weeks` : "", after > 0 ? `${after} after them` : ""].filter(
    Boolean,
  );
  const where = beyond.length > 0 ? `, ${beyond.join(" and ")}, which only the table lists` : "";
  return `Record ${record}, merged into this one: ${counted(checks.length, "check")}${where}. Medians, lines and what is judged are of this record alone.`;
}

function figure(median: number | null): string {
  return median === null ? "No checks" : median.toFixed(1);
}

function signalWords(signal: "watch" | "review" | undefined): string {
  if (!signal) return "None";
  return signal === "watch" ? "Watch" : "Review";
}
