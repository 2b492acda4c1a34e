import { describe, expect, it } from "vitest";
import { parseInstrument } from "@/lib/assessments/instrument";
import { trends } from "@/lib/assessments/result-trends";
import {
  comparedWith,
  gapRows,
  itemRows,
  type ResponseSet,
  type SentResponse,
  scaleRows,
} from "@/lib/assessments/result-view";
import { scoreResponse } from "@/lib/assessments/score";
import { fiveDimensions } from "@/lib/instruments/five-dimensions";
import { pcPtsd5 } from "@/lib/instruments/pc-ptsd-5";
import { phq9 } from "@/lib/instruments/phq-9";

const sent = (id: string, day: number, instrument = fiveDimensions, value = 2, wished = 4): SentResponse => {
  const answers = instrument.items.flatMap((item) =>
    instrument.forms.map((form) => ({ itemId: item.id, form, value: form === "now" ? value : wished })),
  );
  const date = `2026-11-${String(day).padStart(2, "0")}`;
  const scores = scoreResponse(instrument, answers).map(({ reason: _, ...score }) => score);
  return { id, date, submittedAt: new Date(`${date}T10:00:00Z`), instrument, answers, scores };
};
const among = (shown: SentResponse, ...others: SentResponse[]): ResponseSet => ({
  responses: [...others, shown].sort((a, b) => a.date.localeCompare(b.date)),
  shown,
  estimates: new Map(),
});
const asIs = (date: string) => date;

describe("one response beside another", () => {
  const [first, second, third] = [sent("a", 1), sent("b", 8, fiveDimensions, 3), sent("c", 15, fiveDimensions, 4)];

  it("stands beside the one before it, or an earlier one that is chosen, and never beside a later one", () => {
    expect(comparedWith(among(third, first, second), undefined)?.id).toBe("b");
    expect(comparedWith(among(third, first, second), "a")?.id).toBe("a");
    const set = among(second, first, third);
    expect(comparedWith(set, undefined)?.id).toBe("a");
    expect(comparedWith(set, "c")?.id).toBe("a");
    expect(comparedWith(set, "nobody's")?.id).toBe("a");
    expect(comparedWith(among(first, second), undefined)).toBeNull();
  });

  it("says what a difference is worth and where the figure comes from", () => {
    const row = scaleRows(among(second, first), first).find(({ key }) => key === "emotional/now");
    expect(row?.change).toMatch(/within measurement error \(assumed\)$/);
    const own = new Map([
      [
        "emotional",
        {
          status: "estimated" as const,
          n: 30,
          reliability: { kind: "estimated" as const, value: 0.99, sd: 2, threshold: null, source: "Ours" },
        },
      ],
    ]);
    const forward = sent("d", 20);
    const changed = { ...forward, scores: forward.scores.map((one) => ({ ...one, score: (one.score ?? 0) + 20 })) };
    const judged = scaleRows({ ...among(changed, first), estimates: own }, first);
    expect(judged.find(({ key }) => key === "emotional/now")?.change).toMatch(
      /beyond measurement error \(estimated\)$/,
    );
  });

  it("calls no change of a wish better or worse: it is the gap that tells", () => {
    const raised = { ...first, id: "d", scores: first.scores.map((one) => ({ ...one, score: 0 })) };
    const rows = scaleRows(among(third, raised), raised);
    expect(rows.find(({ key }) => key === "emotional/now")?.change).toContain("higher and better, beyond");
    expect(rows.find(({ key }) => key === "emotional/wished")?.change).toContain("higher, beyond");
  });

  it("shows bands only where they are published, and says prorated and unscored", () => {
    const low = sent("e", 1, phq9, 1);
    expect(scaleRows(among(low), null)[0]).toMatchObject({ score: 9, band: "Mild", note: null, change: null });
    expect(scaleRows(among(first), null)[0]?.band).toBeNull();
    const [score] = low.scores;
    if (!score) throw new Error("no score");
    const part = { ...low, scores: [{ ...score, status: "unscored" as const, score: null, answered: 5 }] };
    expect(scaleRows(among(part), null)[0]).toMatchObject({
      score: null,
      band: null,
      note: "No score: 5 of 9 answered",
    });
  });

  it("shows a prorated score as it is judged, so that its band fits it", () => {
    const low = sent("e", 1, phq9, 1);
    const [score] = low.scores;
    if (!score) throw new Error("no score");
    const prorated = (value: number) =>
      scaleRows(
        among({ ...low, scores: [{ ...score, status: "prorated" as const, score: value, answered: 8 }] }),
        null,
      )[0];
    expect(prorated(4.5)).toMatchObject({
      score: 4.5,
      band: "Minimal (from a prorated score)",
      note: "Prorated: 8 of 9 answered",
    });
    expect(prorated(5)).toMatchObject({ score: 5, band: "Mild (from a prorated score)" });
  });

  it("never compares scales that two versions count differently", () => {
    const changed = parseInstrument({
      ...fiveDimensions,
      version: 2,
      items: fiveDimensions.items.map((item) =>
        item.id === "emotional-1" ? { ...item, reversed: !item.reversed } : item,
      ),
    });
    const rows = scaleRows(among(sent("f", 9, changed), first), first);
    expect(rows.find(({ key }) => key === "emotional/now")?.change).toBeNull();
    expect(rows.find(({ key }) => key === "social/now")?.change).not.toBeNull();
    const drawn = trends(among(sent("f", 9, changed), first, second), asIs);
    expect(drawn.find(({ key }) => key === "emotional")?.points).toMatchObject([
      { isCompared: false, isBreak: false },
      { isCompared: false, isBreak: false },
      { isCompared: true, isBreak: true },
    ]);
    expect(drawn.find(({ key }) => key === "social")?.points).toHaveLength(3);
  });

  it("lists every answer in its own version's words, blank ones as blank", () => {
    const open = { ...second, answers: second.answers.filter(({ itemId }) => itemId !== "emotional-1") };
    const [row] = itemRows(among(open, first), first).filter(({ id }) => id === "emotional-1");
    expect(row?.now).toBe("Not answered");
    expect(row?.previous).toMatch(/\(2\)$/);
  });

  it("says of a question on a closed branch that it was not asked, whatever was answered before it closed", () => {
    const screened = sent("h", 3, pcPtsd5, 1);
    const closed = {
      ...screened,
      answers: screened.answers.map((one) => (one.itemId === "gate" ? { ...one, value: 0 } : one)),
    };
    expect(itemRows(among(screened), null).find(({ id }) => id === "1")?.now).toBe("1");
    expect(itemRows(among(closed), null).find(({ id }) => id === "1")?.now).toBe("Not asked");
  });

  it("gives gaps to instruments that are answered twice, and none to others", () => {
    expect(gapRows(among(second, first), first).length).toBe(5);
    expect(gapRows(among(sent("g", 2, phq9, 1)), null)).toEqual([]);
  });
});
