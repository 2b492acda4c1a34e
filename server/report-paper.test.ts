import { createHash, randomUUID } from "node:crypto";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { beforeAll, describe, expect, it } from "vitest";
import { contentDigest } from "@/app/(practice)/clients/[clientId]/report/content-digest";
import { reportContent } from "@/app/(practice)/clients/[clientId]/report/report-content";
import { renderReport } from "@/components/report/render-report";
import type { ReportStanding } from "@/components/report/report-view";
import { signReport } from "@/db/commands/reports/sign-report";
import { raiseGate } from "@/db/commands/safety/decide-gate";
import { saveSafetyPlan } from "@/db/commands/safety/save-reach";
import { getReportFacts, previewReport } from "@/db/queries/reports/report-facts";
import { openSigned } from "@/db/queries/reports/reports";
import { connectionCheck, connectionCheckNote } from "@/db/schema/connection";
import { distanceMove } from "@/db/schema/exercises";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate, openSafetyEvent } from "@/db/testing/open-gate";
import { logAttempt } from "@/db/testing/protocol";
import { anyReport, makeReport } from "@/db/testing/report-commands";
import { itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { Actor, ClientActor } from "@/lib/actor";
import { addDays } from "@/lib/time/local-date";

const pool = testPool();
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, now = testNow) =>
  withScope(pool, actor, now, run);
const DAY = 86_400_000;
const startDate = "2026-09-14";
const name = "ليلى حسن";

/** Ten weeks of a client: checks but for a fortnight, three assessments, exercises of two kinds. */
async function lived(practice: MintedPractice, called: string, note?: string): Promise<ClientActor> {
  const client = await mintClient(pool, practice, { name: called, startDate });
  const { practiceId, clientId } = client;
  const days = Array.from({ length: 66 }, (_, i) => i).filter((i) => i < 21 || i > 34);
  await as(practice.system, ({ tx }) =>
    tx.insert(connectionCheck).values(
      days.map((i) => {
        const id = randomUUID();
        return {
          ...{ practiceId, id, clientId, localDate: addDays(startDate, i), score: 4 + ((i * 3) % 4) },
          noteSealed: connectionCheckNote.sealOrNull(note, { practiceId, id }),
          recordedAt: new Date(Date.parse(`${startDate}T18:00:00Z`) + i * DAY),
        };
      }),
    ),
  );
  for (const [weeks, emotional] of [
    [9, 30],
    [5, 44],
    [1, 70],
  ] as const) {
    const at = new Date(testNow.getTime() - weeks * 7 * DAY);
    const rest = { intellectual: [50, 60], recreational: [40, 55], social: [48, 56], sexual: [33, 71] } as const;
    await sitDimensions(pool, practice, client, { emotional: [emotional, 80], ...rest }, at);
  }
  for (const [i, exerciseKey] of [
    [3, "one-real-feeling"],
    [10, "one-real-feeling"],
    [45, "small-secret"],
  ] as const)
    await logAttempt(pool, client, {
      ...{ exerciseKey, localDate: addDays(startDate, i), howItWent: 3, anxietyBefore: 7, anxietyAfter: 4 },
      recordedAt: new Date(Date.parse(`${startDate}T20:00:00Z`) + i * DAY),
    });
  return client;
}

const noPlan = { signs: "", alone: "", places: "", people: "", children: "", things: "" };

/** All that safety can know of somebody, with words that would be known again. */
async function endangered(there: MintedPractice, client: ClientActor): Promise<void> {
  const { practiceId, clientId } = client;
  await openGate(pool, there, client);
  await openSafetyEvent(pool, there, client);
  await as(there.therapist, async (scope) => {
    await raiseGate(scope, { clientId, kind: "stop", reason: "CANARY reason" });
    await saveSafetyPlan(scope, { clientId, plan: { ...noPlan, signs: "CANARY sign", places: "CANARY place" } });
  });
  await as(there.system, async ({ tx }) => {
    await tx.insert(distanceMove).values({
      ...{ practiceId, id: randomUUID(), clientId, strategy: "lone_wolf", localDate: addDays(startDate, 40) },
      recordedAt: testNow,
    });
  });
}

const plan = {
  ...anyReport("", {
    words: "We met ten times.\nنعمل معا منذ أيلول.",
    reader: "referrer",
    addressee: "Dr. Zbigniew Łęcki",
  }),
};
const preview: ReportStanding = { kind: "preview", date: "23 November 2026" };

async function opened(document: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return getDocument({ data: new Uint8Array(document), verbosity: 0 }).promise;
}

async function textOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join(""));
  }
  return pages.map((text) => text.replaceAll(/\s+/g, " "));
}

let practice: MintedPractice;
let layla: ClientActor;
beforeAll(async () => {
  practice = await mintPractice(pool);
  layla = await lived(practice, name);
});

const factsOf = (client: ClientActor) => as(practice.therapist, (scope) => getReportFacts(scope, client.clientId));

describe("what a report holds", () => {
  itKeepsToItsTenant(pool, () => ({ practice, clientId: layla.clientId }), getReportFacts, { supervisorMay: true });
  itKeepsToItsTenant(
    pool,
    () => ({ practice, clientId: layla.clientId }),
    (scope, clientId) => previewReport(scope, { id: randomUUID(), clientId }),
    { supervisorMay: true },
  );

  it("is the same whatever safety knows, and holds none of its words", async () => {
    const other = await mintPractice(pool);
    const [calm, hurt] = [await lived(other, "Ines"), await lived(other, "Ines", "CANARY note")];
    await endangered(other, hurt);
    const contents = [];
    for (const client of [calm, hurt]) {
      const facts = await as(other.therapist, (scope) => getReportFacts(scope, client.clientId));
      contents.push({ ...reportContent(facts, plan), client: null });
    }
    expect(contents[1]).toEqual(contents[0]);
    const told = JSON.stringify(contents[1]);
    // The rise is told as two figures; that it is one, and that it is good, waits for what no report knows.
    expect(told).toContain("Emotional: Now is 70, and was 30, beyond measurement error (assumed)");
    expect(told).not.toMatch(/CANARY|gate|safety|\bstop\b|concern|afraid|violen|lone.?wolf|\bclear\b|rose|better/i);
  });

  it("tells no rise of connection, and a fall first", async () => {
    const content = reportContent(await factsOf(layla), plan);
    expect(content.parts.map(({ part }) => part)).toEqual(plan.parts);
    for (const sentence of content.parts[0]?.sentences ?? []) expect(sentence).not.toMatch(/above|gain|better/);
    for (const { title, sentences } of content.parts) expect(sentences[0] ?? "", title).not.toBe("");
    const [line] = content.parts;
    const medians = line?.drawing?.kind === "connection" ? line.drawing.data.medians : [];
    expect(medians.filter(({ median }) => median === null).map(({ week }) => week)).toEqual([4, 5]);
  });

  it("keeps to its days: what came later is not there, what came before is neither drawn nor listed", async () => {
    const facts = await factsOf(layla);
    const early = reportContent(facts, { ...plan, to: addDays(startDate, 20) });
    expect(JSON.stringify(early)).not.toContain("small-secret");
    expect(early.parts.find(({ part }) => part === "dimensions")?.sub).toContain("21 September 2026");
    const late = reportContent(facts, { ...plan, from: addDays(startDate, 42) });
    expect(late.parts.find(({ part }) => part === "connection")?.table?.rows[0]?.[0]).toBe("7");
    expect(late.parts.find(({ part }) => part === "practice")?.sentences[0]).toContain("on 1 day");
  });
});

describe("the PDF", () => {
  it("reads back: its words, its title, its language, its bookmarks, every page numbered", async () => {
    const content = reportContent(await factsOf(layla), { ...plan, title: "Zwischenbericht für Weiß" });
    const named = { ...content, therapist: "İpek Öztürk-Şahin", practice: { name: "Praxis Groß", replyTo: null } };
    const pdf = await opened(await renderReport({ content: named, standing: preview, drawnAt: testNow }));
    const pages = await textOf(pdf);
    const text = pages.join(" ");
    for (const words of [
      ...["Zwischenbericht für Weiß", "Dr. Zbigniew Łęcki", "İpek Öztürk-Şahin", "Praxis Groß", "We met ten times."],
      ...["From the beginning to 23 November 2026", "Preview, not signed", "(assumed)", "“Well”"],
    ])
      expect(text).toContain(words);
    // A name from the right is one run in its own order, so that it is found and copied as it is written.
    expect(text).toContain(name);
    expect(text).toContain("نعمل معا منذ أيلول");
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(name);
    });
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, string> };
    expect(info).toMatchObject({ Title: `Zwischenbericht für Weiß: ${name}`, Language: "en-GB" });
    const outline = await pdf.getOutline();
    expect(outline[0]?.items.map(({ title }) => title)).toEqual([
      ...["In short", "In the therapist’s words", "Connection", "Five dimensions, now and wished", "Gap over time"],
      ...["Practice, and how it went", "Anxiety, before and after", "Assessments"],
    ]);
  });

  it("embeds every face once, and needs none of the reader’s", async () => {
    const content = reportContent(await factsOf(layla), plan);
    const document = await renderReport({ content, standing: preview, drawnAt: testNow });
    const fonts = [...document.toString("latin1").matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, f]) => f);
    expect(new Set(fonts)).toContain("ibm-plex-sans-arabic-arabic-400");
    for (const font of fonts)
      expect(font).toMatch(/^(source-(sans-3|serif-4)|ibm-plex-sans-arabic)-[a-z-]+-(400|600)$/);
    // The name stands twice for each face: in the font and in what it descends from.
    expect(fonts.length).toBe(2 * new Set(fonts).size);
    expect(document.length).toBeLessThan(150_000);
  });

  it("is the same for ever once it is signed, whatever the record gains", async () => {
    const { therapist, supervisor } = practice;
    const ids = await as(therapist, (scope) => makeReport(scope, layla.clientId));
    const content = reportContent(await factsOf(layla), plan);
    const signed: ReportStanding = { kind: "signed", by: therapist.name, date: "23 November 2026, 10:00" };
    const document = await renderReport({ content, standing: signed, drawnAt: testNow });
    await as(therapist, (scope) => signReport(scope, { ...ids, document }));
    const before = contentDigest(content);
    await as(practice.system, ({ tx }) =>
      tx.insert(connectionCheck).values({
        ...{ practiceId: practice.practiceId, id: randomUUID(), clientId: layla.clientId, score: 1 },
        ...{ localDate: "2026-11-21", recordedAt: new Date("2026-11-21T18:00:00Z") },
      }),
    );
    expect(contentDigest(reportContent(await factsOf(layla), plan))).not.toBe(before);
    const kept = await as(supervisor, (scope) => openSigned(scope, ids), new Date(testNow.getTime() + 400 * DAY));
    expect(kept.document?.equals(document)).toBe(true);
    expect(kept.report.signature?.digest).toBe(createHash("sha256").update(document).digest("hex"));
    expect((await textOf(await opened(document))).at(-1)).toContain("Signed by");
    for (const change of ["update report_signature set digest = 'x'", "delete from report_signature"])
      await expect(as(practice.system, ({ tx }) => tx.$client.query(change))).rejects.toMatchObject({ code: "42501" });
  });
});
