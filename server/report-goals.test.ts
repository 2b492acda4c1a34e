import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { reportContent } from "@/app/(practice)/clients/[clientId]/report/report-content";
import { renderReport } from "@/components/report/render-report";
import { getReportFacts } from "@/db/queries/reports/report-facts";
import { connectionCheck } from "@/db/schema/connection";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { chartNoteOf, goalOf, withChartNote, withGoal } from "@/db/testing/goal-setting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { anyReport } from "@/db/testing/report-commands";
import type { ClientActor } from "@/lib/actor";

const pool = testPool();
const startDate = "2026-09-14";
const plan = anyReport("");
const preview = { kind: "preview", date: "23 November 2026" } as const;

let practice: MintedPractice;
let one: ClientActor;
beforeAll(async () => {
  practice = await mintPractice(pool);
  one = await mintClient(pool, practice, { name: "Ines Groß", startDate });
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.insert(connectionCheck).values({
      ...{ practiceId: practice.practiceId, id: randomUUID(), clientId: one.clientId, score: 5 },
      ...{ localDate: "2026-09-15", recordedAt: new Date("2026-09-15T18:00:00Z") },
    }),
  );
  const rest = { intellectual: [50, 60], recreational: [40, 55], social: [48, 56], sexual: [33, 71] } as const;
  for (const [day, emotional] of [
    ["2026-09-21", 30],
    ["2026-10-19", 44],
  ] as const)
    await sitDimensions(pool, practice, one, { emotional: [emotional, 80], ...rest }, new Date(`${day}T10:00:00Z`));
});

const factsOf = (client: ClientActor) =>
  withScope(pool, practice.therapist, testNow, (scope) => getReportFacts(scope, client.clientId));

async function textOf(document: Buffer): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const pdf = await getDocument({ data: new Uint8Array(document), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
  }
  return pages.join(" ").replaceAll(/\s+/g, " ");
}

describe("goals in a report", () => {
  const words = "أن أقول ما أحتاج إليه";
  const withGoals = { ...plan, parts: [...plan.parts, "goals"] as const };

  it("stand there by choice, as they stood on its last day, with their lines in the drawings, and no note of the chart", async () => {
    const { therapist } = practice;
    const about = (more: Parameters<typeof goalOf>[1]) => goalOf(one.clientId, { agreedOn: "2026-10-01", ...more });
    const at = (time: string) => new Date(`2026-10-01T${time}:00Z`);
    await withGoal(pool, therapist, about({ words, line: "8" }), at("12:00"));
    await withGoal(pool, therapist, about({ words: "Weiß", measure: "emotional", line: "61" }), at("12:01"));
    await withChartNote(pool, therapist, chartNoteOf(one.clientId, { words: "CANARY happening" }));
    const facts = await factsOf(one);
    const without = JSON.stringify(reportContent(facts, plan));
    for (const word of [words, "Weiß", "CANARY", "goal line"]) expect(without).not.toContain(word);
    const content = reportContent(facts, withGoals);
    const partOf = (key: string) => content.parts.find(({ part }) => part === key);
    expect(partOf("goals")?.table?.rows).toEqual([
      [words, "connection, 8", "1 October 2026", "Going on"],
      ["Weiß", "emotional closeness, 61", "1 October 2026", "Going on"],
    ]);
    expect(partOf("connection")?.drawing).toMatchObject({ data: { goal: { at: 8 } } });
    expect(partOf("connection")?.sentences).toContain("The goal line at 8 was agreed on 1 October 2026.");
    for (const key of ["dimensions", "gaps"])
      expect(partOf(key)?.drawing, key).toMatchObject({ goals: { emotional: 61 } });
    expect(partOf("gaps")?.table?.rows.find(([title]) => title === "Emotional")).toContain("61");
    expect(JSON.stringify(content)).not.toMatch(/CANARY|reached|achieved/);
    const early = reportContent(facts, { ...withGoals, to: "2026-09-30" });
    expect(early.parts.at(-1)?.sentences).toEqual(["No goal was written down until then."]);
    expect(early.parts[0]?.drawing).toMatchObject({ data: { goal: null } });
    const text = await textOf(await renderReport({ content, standing: preview, drawnAt: testNow }));
    for (const word of [words, "Weiß", "Ines Groß", "Long and short dashes: goal line."]) expect(text).toContain(word);
  });
});
