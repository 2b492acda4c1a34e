import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { paths } from "@/lib/paths";
import { GapMultiples } from "./gap-multiples";
import { type GapSeries, sentGaps } from "./gap-series";
import { gapCaption, gapTable } from "./gap-table";

const after = (weeks: number): GapSeries[] =>
  (["emotional", "social"] as const).map((dimension) => ({
    dimension,
    points: Array.from({ length: weeks }, (_, week) => ({
      week,
      form: week === 1 ? ("brief" as const) : ("full" as const),
      now: 40,
      wished: week === 1 ? null : 60,
      gap: week === 1 ? null : 20,
    })),
  }));
const tableAt = paths.client("7").gaps;
const drawn = (weeks: number, openAsTable = false) =>
  renderToStaticMarkup(
    <GapMultiples caption={gapCaption} series={sentGaps(after(weeks))} tableAt={tableAt} openAsTable={openAsTable} />,
  );

describe("the numbers behind gap over time", () => {
  it("stand on the page while they are twenty rows, and then at their own address", () => {
    expect(drawn(10)).not.toContain("<table");
    expect(drawn(10, true)).toContain("<table");
    expect(drawn(10, true)).not.toContain("<figure");
    expect(drawn(10)).not.toContain(`href="${tableAt}"`);
    expect(drawn(11)).not.toContain("<table");
    expect(drawn(11)).toContain(`href="${tableAt}"`);
    // The chart itself says every number to somebody who does not see it.
    expect(drawn(11)).toContain("week 10 now 40, wished 60");
    expect(drawn(11)).toContain("week 1, brief, now 40, wished without a score");
  });

  it("are a row for each dimension of each assessment, and say where a score is missing", () => {
    const { rows } = gapTable(gapCaption, after(2));
    expect(rows).toEqual([
      ["Emotional", 0, "Full", 40, 60, 20],
      ["Emotional", 1, "Brief", 40, "No score", "No gap"],
      ["Social", 0, "Full", 40, 60, 20],
      ["Social", 1, "Brief", 40, "No score", "No gap"],
    ]);
  });

  it("say in the table and in the picture’s words where other statements are asked", () => {
    const point = (week: number, isBreak: boolean) => ({
      week,
      now: 40,
      wished: 60,
      gap: 20,
      form: "full" as const,
      isBreak,
    });
    const series: GapSeries[] = [{ dimension: "social", points: [point(0, false), point(5, true)] }];
    const said = "Other statements from here on, not compared";
    expect(gapTable(gapCaption, series)).toMatchObject({
      columns: ["Dimension", "Week", "Form", "Now", "Wished", "Gap", "Line"],
      rows: [
        ["Social", 0, "Full", 40, 60, 20, ""],
        ["Social", 5, "Full", 40, 60, 20, said],
      ],
    });
    const markup = renderToStaticMarkup(
      <GapMultiples caption={gapCaption} series={sentGaps(series)} tableAt={tableAt} />,
    );
    expect(markup).toContain(`${said}: week 5`);
  });
});
