import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AnxietyOnScreen } from "@/components/charts/anxiety-on-screen";
import type { ConnectionData } from "@/components/charts/connection-data";
import { frameFor, middleOfWeek, placeDay, placeScore } from "@/components/charts/connection-geometry";
import { dimensionLook } from "@/components/charts/dimension";
import { DumbbellTable } from "@/components/charts/dumbbell-table";
import { gapY, placeWeek } from "@/components/charts/gap-geometry";
import { circle } from "@/components/charts/geometry";
import { RatedOnScreen } from "@/components/charts/rated-on-screen";
import { shapePath } from "@/components/charts/shapes";
import { ConnectionDrawing, connectionPaths } from "@/components/report/connection-drawing";
import { DimensionsOnPaper, placeOnPaper } from "@/components/report/dimensions-on-paper";
import { gapLines } from "@/components/report/gap-drawings";
import { dimensionColours, paperColours } from "@/components/report/paper-colours";
import { pathsOf } from "@/components/report/paths-of.testing";
import { AnxietyDrawing, RatedDrawing } from "@/components/report/practice-drawings";
import { dimensions } from "@/lib/assessments/dimension";

/** The first drawing of a chart of the screen: its wide one. */
const onScreen = (markup: string) => {
  const [, svg = ""] = /<svg[^>]*role="img"[^>]*>([\s\S]*?)<\/svg>/.exec(markup) ?? [];
  return [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d = ""]) => d);
};
const moves = (d: string) => d.split("M").length - 1;

const score = fc.integer({ min: 0, max: 4 });
const side = fc.option(fc.record({ middle: score, times: fc.integer({ min: 1, max: 9 }) }));
const weeks = fc
  .array(fc.record({ said: side, rated: side }), { minLength: 1, maxLength: 30 })
  .map((all) => all.map((one, index) => ({ week: index + 1, ...one })));

describe("a drawing on paper has the paths of the screen", () => {
  it("for how exercises went and were rated", () => {
    fc.assert(
      fc.property(weeks, (given) => {
        const screen = onScreen(html(<RatedOnScreen label="x" weeks={given} />));
        // React leaves an attribute without a value in, and the tree of the paper leaves it out.
        expect(pathsOf(<RatedDrawing weeks={given} name="Ines" />)).toEqual(screen.filter(Boolean));
      }),
      { numRuns: 50 },
    );
  });

  it("for connection: a ring stands around a week that fell, and around no other", () => {
    const medians = [
      { week: 1, median: 5, lowest: 4, days: 5 },
      { week: 2, median: 2, lowest: 1, days: 5, signal: "watch" as const },
      { week: 3, median: 6, lowest: 5, days: 5 },
    ];
    const data = { weeks: 10, today: null, checks: [], medians, baseline: null, events: [], goal: null, phases: [] };
    const { weeks: placed } = connectionPaths(data);
    const drawn = pathsOf(<ConnectionDrawing data={data} />);
    const ringed = placed.filter(({ x, y }) => drawn.includes(circle(x, y, 9))).map(({ median }) => median);
    expect(ringed).toEqual([2]);
  });

  it("for anxiety before and after, mark by mark", () => {
    const times = [
      { before: 7, after: 4 },
      { before: 9, after: 3 },
    ];
    const series = ["One real feeling", "Name the fear"].map((exercise) => ({
      ...{ exercise, times, median: { before: 8, after: 3.5 } },
    }));
    // The paper is as wide as the page: at the width of the screen the paths are those of the screen, one after another.
    const paper = pathsOf(<AnxietyDrawing series={series} />);
    const screen = onScreen(html(<AnxietyOnScreen label="x" series={series} />));
    expect(paper.length).toBe(screen.length);
    expect(paper.map(moves)).toEqual(screen.map(moves));
    const heights = (d: string) => [...d.matchAll(/[ ,](\d+(?:\.\d+)?)(?=[LaM]|$)/g)].map(([, y]) => y);
    expect(paper.slice(1).map(heights)).toEqual(screen.slice(1).map(heights));
  });

  it("for now and wished: the same shapes at the same share of the width", () => {
    const rows = dimensions.map((dimension, index) => ({
      ...{ dimension, now: index * 24, wished: 96 - index * 10, gap: 96 - index * 34, baseline: 40 },
      change: { points: index * 24 - 40, reliable: index === 0, basis: "assumed" as const },
    }));
    const given = { rows, reliableFrom: "28 points or more (assumed)", baselineLabel: "baseline, 1 March 2026" };
    const markup = html(<DumbbellTable caption="x" since="baseline" {...given} />);
    const paper = pathsOf(<DimensionsOnPaper {...given} />);
    const [left, right] = [placeOnPaper(0), placeOnPaper(96)];
    for (const { dimension, now, wished } of rows)
      for (const [at, radius] of [
        [now, 6.5],
        [wished, 6],
      ] as const) {
        expect(markup).toContain(`d="${shapePath(dimension, 0, 0, radius)}"`);
        expect(placeOnPaper(at)).toBeCloseTo(left + ((right - left) * at) / 96, 0);
        expect(paper).toContain(shapePath(dimension, placeOnPaper(at), 16, radius));
      }
  });

  it("for the weeks of connection: where the screen places them, and lifted over every week without a check", () => {
    const median = fc.option(fc.integer({ min: 2, max: 20 }).map((half) => half / 2));
    fc.assert(
      fc.property(fc.array(median, { minLength: 1, maxLength: 20 }), (medians) => {
        const data: ConnectionData = {
          ...{ weeks: medians.length, today: null, checks: [], baseline: null, events: [], goal: null, phases: [] },
          medians: medians.map((value, index) => ({
            ...{ week: index + 1, median: value, lowest: value, days: value === null ? 0 : 5 },
          })),
        };
        const { line, weeks: marks } = connectionPaths(data);
        const frame = frameFor(620);
        const places = medians.flatMap((value, index) =>
          value === null
            ? []
            : [{ x: placeDay(frame, medians.length)(middleOfWeek(index + 1)), y: placeScore(frame)(value) }],
        );
        expect(marks.map(({ x, y }) => ({ x, y }))).toEqual(places);
        const runs = medians.filter((value, index) => value !== null && (medians[index - 1] ?? null) === null).length;
        expect(moves(line)).toBe(runs);
        if (line) expect(pathsOf(<ConnectionDrawing data={data} />)).toContain(line);
      }),
      { numRuns: 60 },
    );
  });

  it("for gaps over time: a missing score and other statements lift the line", () => {
    const point = (week: number, now: number | null, isBreak = false) => ({
      ...{ week, now, wished: 80, gap: now === null ? null : 80 - now, form: "full" as const, isBreak },
    });
    const series = {
      dimension: "emotional" as const,
      points: [point(0, 20), point(4, null), point(7, 40), point(9, 50, true)],
    };
    const lines = gapLines(series, 10);
    expect(moves(lines.now)).toBe(3);
    expect(moves(lines.wished)).toBe(2);
    expect(lines.breaks).toEqual([8]);
    expect(lines.marks.now).toEqual(
      [
        [0, 20],
        [7, 40],
        [9, 50],
      ].map(([week = 0, now = 0]) => ({ x: placeWeek(10)(week), y: gapY(now) })),
    );
  });
});

it("the colours of paper are the light ones of the screen", () => {
  const theme = readFileSync(path.join(import.meta.dirname, "..", "..", "app", "styles", "theme.css"), "utf8");
  const light = (name: string) => new RegExp(`--color-${name}: light-dark\\((#[0-9a-f]{6}),`).exec(theme)?.[1];
  const { paper, ...inks } = paperColours;
  expect(paper).toBe("#ffffff");
  for (const [name, colour] of Object.entries(inks)) expect(light(name), name).toBe(colour);
  for (const dimension of dimensions)
    expect(light(dimensionLook[dimension].colour.replace("text-", "")), dimension).toBe(dimensionColours[dimension]);
});
