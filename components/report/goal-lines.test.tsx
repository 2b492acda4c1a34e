import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ConnectionData } from "@/components/charts/connection-data";
import { ConnectionFigure } from "@/components/charts/connection-figure";
import { frameFor, placeDay, placeScore } from "@/components/charts/connection-geometry";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { gapPlot, gapY } from "@/components/charts/gap-geometry";
import { GapMultiples } from "@/components/charts/gap-multiples";
import { sentGaps } from "@/components/charts/gap-series";
import { gapCaption, gapTable } from "@/components/charts/gap-table";
import { ConnectionDrawing } from "@/components/report/connection-drawing";
import { DimensionsOnPaper } from "@/components/report/dimensions-on-paper";
import { GapDrawings } from "@/components/report/gap-drawings";
import { pathsOf } from "@/components/report/paths-of.testing";
import { paths } from "@/lib/paths";

const data: ConnectionData = {
  ...{ weeks: 10, today: null, baseline: null, phases: [] },
  checks: [{ at: 0.5, score: 4, when: "Mon 2 Nov, 19:00" }],
  medians: [
    { week: 1, median: 4, lowest: 4, days: 1 },
    { week: 2, median: 5, lowest: 5, days: 1 },
  ],
  events: [
    { at: 1.5, week: 1, name: "First: Name the fear" },
    { at: 9.5, week: 2, name: "Moved house.", when: "11 November" },
  ],
  goal: { at: 7, from: 8, agreedOn: "10 November" },
};
const row = { dimension: "emotional", now: 30, wished: 80, gap: 50, baseline: null, change: null } as const;
const series = [
  {
    dimension: "emotional" as const,
    points: [{ week: 0, form: "full" as const, now: 30, wished: 80, gap: 50 }],
  },
];
const goals = { emotional: 60 };

describe("a goal line", () => {
  it("stands on paper where the screen places it, from the day on which it was agreed, and nowhere without one", () => {
    const frame = frameFor(620);
    const line = `M${placeDay(frame, 10)(8)} ${placeScore(frame)(7)}H${frame.right}`;
    expect(pathsOf(<ConnectionDrawing data={data} />)).toContain(line);
    expect(pathsOf(<ConnectionDrawing data={{ ...data, goal: null }} />)).not.toContain(line);
    const across = `M${gapPlot.left} ${gapY(60)}H${gapPlot.right}`;
    expect(pathsOf(<GapDrawings series={series} goals={goals} />)).toContain(across);
    expect(pathsOf(<GapDrawings series={series} />)).not.toContain(across);
    const given = { rows: [row], reliableFrom: "x", baselineLabel: null };
    const said = (node: React.ReactNode) => JSON.stringify(node);
    expect(said(DimensionsOnPaper({ ...given, goals }))).toContain("goal line");
    expect(said(DimensionsOnPaper(given))).not.toContain("goal line");
  });

  it("is said in the tables and in the words of each picture", () => {
    const table = html(<ConnectionFigure data={data} sentence="x" whenEmpty="y" openAsTable />);
    expect(table).toContain("Goal line");
    expect(table).toMatch(/Not yet[\s\S]*>7</);
    expect(
      html(<ConnectionFigure data={{ ...data, goal: null }} sentence="x" whenEmpty="y" openAsTable />),
    ).not.toContain("Goal line");
    const given = { caption: "x", rows: [row], reliableFrom: "x", baselineLabel: null, since: "baseline" };
    const dumbbell = html(<DumbbellTable {...given} goals={goals} />);
    for (const words of ["Goal line 60", "wished 80, goal line at 60", 'class="goal"'])
      expect(dumbbell).toContain(words);
    expect(html(<DumbbellTable {...given} />)).not.toMatch(/goal/i);
    expect(gapTable(gapCaption, series, goals)).toMatchObject({
      columns: ["Dimension", "Week", "Form", "Now", "Wished", "Gap", "Goal line"],
      rows: [["Emotional", 0, "Full", 30, 80, 50, 60]],
    });
    const multiples = html(
      <GapMultiples caption={gapCaption} series={sentGaps(series)} tableAt={paths.client("7").gaps} goals={goals} />,
    );
    expect(multiples).toContain("now 30, wished 80; goal line at 60");
  });
});

it("puts what happened beside the path into the table twin, and the first time of an exercise not", () => {
  const table = html(<ConnectionFigure data={data} sentence="x" whenEmpty="y" openAsTable />);
  expect(table).toContain("What happened beside the path");
  expect(table).toContain("Moved house.");
  expect(table).not.toContain("First: Name the fear");
});
