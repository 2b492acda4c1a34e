import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { caseloadColumns } from "@/lib/caseload/columns";
import { CaseloadLines } from "./caseload-line";
import type { LineView } from "./line-view";

const phases = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3];
const idOf = (at: number) => `5a3a1f0e-6f9b-4c53-9b43-${String(at).padStart(12, "0")}`;

/** Somebody with all that a line can say: a partner, three reasons, ten checks, five gaps and a session. */
const full = (at: number): LineView => ({
  ...{ id: idOf(at), name: "Magdalena Winterfeld", record: 100 + at },
  ...{ beside: "she/her, with ", partner: { name: "Konstantin Winterfeld", coupleId: idOf(9_000 + at) } },
  ...{ tone: "attention", reason: "Connection lower for two weeks running", place: "connection" },
  detail: "Last week 4 of 7 checks at 4; 6.5 at the start",
  others: [
    {
      tone: "attention",
      reason: "Assessment overdue",
      detail: "Five Dimensions, since Thursday",
      place: "assessments",
    },
    { tone: "review", reason: "A reflection to answer", detail: "Written on Sunday", place: "messages" },
  ],
  week: { state: "week", week: 1 + (at % 10) },
  ...{ checks: [6, 7, 5, 6, 4, 5, 6, 4, 4, 5], usual: [5.2125, 7.4375] },
  gaps: [
    [38, 72, 34],
    [45, 60, 15],
    [28, 66, 38],
    [52, 64, 12],
    [30, 70, 40],
  ],
  ...{ days: "x-xx--x", activity: ["Yesterday, 21:14", "Connection check"], due: ["Thu, 27 Nov", "Five Dimensions"] },
  ...{ isOverdue: true, session: ["Wed, 3 Dec", "16:30"] },
});

/** As a page has it: the markup, and the tree's numbers as words of a script. */
function weightOf(lines: readonly LineView[]): number {
  const markup = renderToString(<CaseloadLines lines={lines} phases={phases} shown={caseloadColumns} />);
  return Buffer.byteLength(markup) + Buffer.byteLength(JSON.stringify(JSON.stringify(lines)));
}
const lines = (count: number) => Array.from({ length: count }, (_, at) => full(at));

describe("a line of the caseload", () => {
  it("weighs no more than 5.2 KB with all that it can say, markup and numbers together", () => {
    const each = (weightOf(lines(60)) - weightOf(lines(30))) / 30;
    expect(each).toBeLessThanOrEqual(5.2 * 1024);
  });

  it("names the bars of its week, which stand once however many are in it", () => {
    const markup = renderToString(<CaseloadLines lines={lines(60)} phases={phases} shown={caseloadColumns} />);
    expect(markup.match(/<symbol id="bar-/g)).toHaveLength(10);
    expect(markup.match(/<use href="#bar-/g)).toHaveLength(60);
    for (const [, name] of markup.matchAll(/<use href="#(bar-[^"]+)"/g))
      expect(markup).toContain(`<symbol id="${name}"`);
  });
});
