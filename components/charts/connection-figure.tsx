"use client";

import { ConnectionChartLazy } from "@/components/charts/connection-chart-lazy";
import { type ConnectionData, mostFlags } from "@/components/charts/connection-data";
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
  if (data.checks.length === 0) return <Empty title="No checks yet">{whenEmpty}</Empty>;
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
        further={[...(written.length > 0 ? [beside] : []), ...(notes.length > 0 ? [further] : [])]}
        open={openAsTable}
      >
        <ConnectionChartLazy data={data} label={sentence} />
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

function figure(median: number | null): string {
  return median === null ? "No checks" : median.toFixed(1);
}

function signalWords(signal: "watch" | "review" | undefined): string {
  if (!signal) return "None";
  return signal === "watch" ? "Watch" : "Review";
}
