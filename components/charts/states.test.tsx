import type { ComponentProps } from "react";
import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnxietyOnScreen } from "@/components/charts/anxiety-on-screen";
import { ConnectionChartLazy } from "@/components/charts/connection-chart-lazy";
import { ScoreTrend } from "@/components/charts/score-trend";
import { Sparkline } from "@/components/charts/sparkline";

const paths = (markup: string) => [...markup.matchAll(/ d="([^"]*)"/g)].map(([, d = ""]) => d);

describe("a chart with little in it", () => {
  it("says that there are no checks, and draws none", () => {
    expect(html(<Sparkline scores={[]} />)).toBe('<span class="text-ink-3 text-small">No checks yet</span>');
  });

  it("reads one check out, and draws it as a dot", () => {
    const markup = html(<Sparkline scores={[6]} />);
    expect(markup).toContain('aria-label="Last connection check: 6"');
    expect(markup).toContain('class="last"');
  });

  it.each([
    ["no response", []],
    ["a response without a score", [{ date: "2026-11-01", label: "1 Nov", now: null, wished: null }]],
    ["one score", [{ date: "2026-11-01", label: "1 Nov", now: 12, wished: null }]],
  ])("draws a trend of %s without a number that is none", (_, points) => {
    const markup = html(
      <ScoreTrend
        title="Emotional"
        range={{ min: 0, max: 96 }}
        direction="higher"
        points={points.map((point) => ({ ...point, isCompared: true, isBreak: false }))}
        threshold={28}
        kind="published"
      />,
    );
    expect(markup).toContain("Show as table");
    expect(paths(markup).join(" ")).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("says in the picture’s words and in the table that another line begins", () => {
    const dated = [
      { date: "2026-11-01", label: "1 Nov", now: 80, wished: null, isCompared: false, isBreak: false },
      { date: "2026-12-01", label: "1 Dec", now: 20, wished: null, isCompared: true, isBreak: true },
    ];
    const trend = { title: "Social", range: { min: 0, max: 96 }, direction: "higher", kind: "assumed" } as const;
    const markup = html(<ScoreTrend {...trend} points={dated} threshold={28} />);
    expect(markup).toContain("Social: 1 Nov 80; Asked otherwise from here on, not compared: 1 Dec 20");
    expect(markup).toContain("within measurement error of the first score on this line");
  });

  it("has no slopes to draw before an exercise was rated twice", () => {
    expect(html(<AnxietyOnScreen label="Anxiety" series={[]} />)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("a chart that is still being fetched", () => {
  it("keeps its box and says that it is busy", () => {
    expect(html(<ConnectionChartLazy {...({} as ComponentProps<typeof ConnectionChartLazy>)} />)).toContain(
      'aria-busy="true"',
    );
  });
});
