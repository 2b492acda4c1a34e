import { expect, it } from "vitest";
import { gapRows, type SentResponse } from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { dimensionsView } from "./dimensions-view";

/** Five of the six emotional statements, so that 14.4 now and 33.6 wished stand for six. */
const prorated = (): SentResponse => {
  const items = fiveDimensions.scales.find(({ key }) => key === "emotional")?.items ?? [];
  const keyed = { now: [1, 1, 1, 0, 0], wished: [2, 2, 1, 1, 1] };
  const answers = (["now", "wished"] as const).flatMap((form) =>
    items.slice(0, 5).map((itemId, i) => {
      const reversed = fiveDimensions.items.some((item) => item.id === itemId && item.reversed);
      const value = keyed[form][i] ?? 0;
      return { itemId, form, value: reversed ? 4 - value : value };
    }),
  );
  const scores = scoreResponse(fiveDimensions, answers);
  return { id: "a", date: "2026-11-01", submittedAt: new Date(0), instrument: fiveDimensions, answers, scores };
};

it("states one gap for prorated answers on the overview and on the assessment’s own page", () => {
  const shown = prorated();
  const raw = shown.scores.filter(({ scale }) => scale === "emotional").map(({ score }) => score?.toFixed(1));
  expect(raw).toEqual(["14.4", "33.6"]);
  const view = dimensionsView([{ ...shown, assessmentId: "a", week: 0, flags: [] }], new Map());
  const own = gapRows({ responses: [shown], shown, estimates: new Map() }, null);
  expect(own).toMatchObject([{ title: "Emotional", gap: "19" }]);
  expect(view?.rows).toMatchObject([{ now: 14, wished: 34, gap: 19 }]);
  expect(view?.series[0]?.points).toMatchObject([{ now: 14, wished: 34, gap: 19 }]);
  expect(view?.widest).toEqual({ title: "emotional", gap: 19 });
  expect(view?.cautions[0]).toContain("before rounding");
});
