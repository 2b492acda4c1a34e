import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { caseloadRow } from "@/db/schema/caseload";
import { type Scope, withScope } from "@/db/scope";
import { ownerUrl, testPool } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { mintThousandClients } from "@/db/testing/thousand-clients";
import type { StaffActor } from "@/lib/actor";
import { type CaseloadView, caseloadView } from "@/lib/caseload/view";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";
import { getCaseloadPage } from "./caseload-page";
import { type From, keptPlaces } from "./kept-rows";

const pool = testPool();
const sorts = ["attention", "name", "week", "activity", "due"] as const;
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const read = (actor: StaffActor, asked: Partial<CaseloadView>, from: From = null, now = testNow) =>
  withScope(pool, actor, now, (scope) => getCaseloadPage(scope, caseloadView.parse(asked), from));
const idsOf = ({ facts }: Awaited<ReturnType<typeof read>>) => facts.map(({ clientId }) => clientId);

/** As autovacuum does by itself within a minute. */
async function analyze(): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl() });
  await owner.connect();
  for (const table of ["caseload_row", "client", "account"]) await owner.query(`vacuum analyze ${table}`);
  await owner.end();
}

let practice: MintedPractice;
let everybody: number;
beforeAll(async () => {
  practice = await mintThousandClients(pool);
  await mintClient(pool, practice, { name: "Álvaro Weiß" });
  await withScope(pool, practice.system, testNow, ({ tx }) =>
    tx.$client.query(
      `update client set partner_name = 'Ottoline O’Nieß' where record_number = 17;
       update account set password_hash = 'x' where name = 'Álvaro Weiß';
       update account set name = 'Ágnes Zoltán', email = 'agnes@somewhere.example' where name = 'Client 30';
       update client set last_activity_at = '2026-11-20 10:00Z'::timestamptz - record_number % 7 * interval '1 hour' where record_number % 3 = 0`,
    ),
  );
  everybody = 1_001;
  await lookAtSignals(pool, practice.system, testNow);
  await analyze();
}, 120_000);

/** All pages of a view, one after another and back again. */
async function walk(actor: StaffActor, asked: Partial<CaseloadView>, now = testNow) {
  const pages: string[][] = [];
  let from: From = null;
  for (;;) {
    const page = await read(actor, asked, from, now);
    pages.push(idsOf(page));
    if (!page.next) return { pages, previous: page.previous };
    from = { way: "after", mark: page.next };
  }
}

describe("the pages of the caseload", () => {
  it.each(sorts)("hold everybody once, sixty at a time, forwards and back, in the order of: %s", async (sort) => {
    const { pages, previous } = await walk(practice.owner, { sort, state: "all" });
    const all = pages.flat();
    expect(pages.slice(0, -1).every((page) => page.length === 60)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(everybody);
    const back = previous && (await read(practice.owner, { sort, state: "all" }, { way: "before", mark: previous }));
    expect(back && idsOf(back)).toEqual(pages.at(-2));
  });

  it.each(sorts)("are the same where nothing that is kept is true any more: %s", async (sort) => {
    const asked = { sort, state: "all" } as const;
    const first = await read(practice.owner, asked);
    const mark = first.next;
    const second = mark && (await read(practice.owner, asked, { way: "after", mark }));
    await withScope(pool, practice.system, testNow, async ({ tx }) => {
      await tx.update(caseloadRow).set({ goodUntil: testNow });
    });
    try {
      const old = await read(practice.owner, asked);
      expect(idsOf(old)).toEqual(idsOf(first));
      expect(old.counts).toEqual(first.counts);
      expect(mark && idsOf(await read(practice.owner, asked, { way: "after", mark }))).toEqual(second && idsOf(second));
    } finally {
      await withScope(pool, practice.system, testNow, ({ tx }) => tx.update(caseloadRow).set({ goodUntil: later(1) }));
    }
  });

  it("go on from where a row stood, though it has moved since", async () => {
    const { next } = await read(practice.owner, { state: "all" });
    if (!next) throw new Error("There is a second page.");
    const before = idsOf(await read(practice.owner, { state: "all" }, { way: "after", mark: next }));
    const move = (rank: number) =>
      withScope(pool, practice.system, testNow, ({ tx }) =>
        tx.$client.query("update caseload_row set rank = rank + $2 where client_id = $1", [next.clientId, rank]),
      );
    await move(50_000);
    const after = idsOf(await read(practice.owner, { state: "all" }, { way: "after", mark: next }));
    await move(-50_000);
    expect(after).toEqual(before);
  });

  it("show nobody whom the reader does not reach", async () => {
    const foreign = await mintPractice(pool);
    expect(idsOf(await read(practice.colleague, { state: "all" }))).toEqual([]);
    expect(idsOf(await read(foreign.owner, { state: "all" }))).toEqual([]);
    const own = await walk(practice.therapist, { state: "all" });
    expect(own.pages.flat()).toHaveLength(everybody);
    expect((await read(practice.supervisor, {})).mayChange).toBe(false);
    expect((await read(practice.therapist, {})).mayChange).toBe(true);
    expect((await read(practice.owner, {})).therapists).toEqual([
      { id: practice.therapist.accountId, name: practice.therapist.name },
    ]);
  });

  it("know a day that has begun before the worker has looked at anybody", async () => {
    const needsYou = async (now: Date) => {
      const { facts, counts } = await read(practice.owner, { flag: "needs-you", state: "all" }, null, now);
      expect(counts["needs-you"]).toMatchObject({ count: facts.length });
      return facts.flatMap(({ name, signals }) => signals.map(({ kind }) => `${name}: ${kind}`));
    };
    expect(await needsYou(testNow)).not.toContain("Álvaro Weiß: quiet");
    expect(await needsYou(later(9))).toContain("Álvaro Weiß: quiet");
  });
});

describe("the search", () => {
  const found = async (q: string) => {
    const page = await read(practice.owner, { q, state: "all" });
    return { names: page.facts.map(({ name }) => name), isNear: page.isNear };
  };

  it.each([
    ["agnes", "Ágnes Zoltán"],
    ["zoltan agnes", "Ágnes Zoltán"],
    ["AGNES@somewhere", "Ágnes Zoltán"],
    ["Ottoline", "Client 17"],
    ["ottoline o'niess", "Client 17"],
    ["alvaro weiss", "Álvaro Weiß"],
    ["#17", "Client 17"],
  ])("finds %s", async (q, name) => {
    expect(await found(q)).toEqual({ names: [name], isNear: false });
  });

  it("finds who was typed wrong, and says so", async () => {
    expect(await found("Zoltna")).toEqual({ names: ["Ágnes Zoltán"], isNear: true });
    expect(await found("nobody at all")).toEqual({ names: [], isNear: false });
  });
});

describe("what PostgreSQL does for a page", () => {
  beforeAll(analyze);
  type Plan = {
    "Node Type": string;
    "Index Name"?: string;
    "Relation Name"?: string;
    "Actual Rows": number;
    "Parent Relationship"?: string;
    Plans?: Plan[];
  };
  /** What goes over the rows themselves: a condition on one row is read by itself. */
  const nodes = (plan: Plan): Plan[] => [
    plan,
    ...(plan.Plans ?? []).filter((one) => !one["Parent Relationship"]?.endsWith("Plan")).flatMap(nodes),
  ];

  const planOf = (scope: Scope<StaffActor>, asked: Partial<CaseloadView>, from: From) => {
    const { sql, params } = keptPlaces(scope, caseloadView.parse(asked), { from, only: null, most: 61 }).toSQL();
    return scope.tx.$client
      .query<{ "QUERY PLAN": [{ Plan: Plan }] }>(`explain (analyze, format json) ${sql}`, params)
      .then(({ rows }) => nodes(rows[0]?.["QUERY PLAN"][0].Plan as Plan));
  };

  it.each(sorts)("reads sixty rows by their index and sorts nothing: %s", async (sort) => {
    const { next: mark } = await read(practice.owner, { sort });
    for (const from of [null, mark && { way: "after" as const, mark }, mark && { way: "before" as const, mark }]) {
      const plan = await withScope(pool, practice.owner, testNow, (scope) => planOf(scope, { sort }, from));
      expect(plan.map((node) => node["Node Type"])).not.toContainEqual(expect.stringContaining("Sort"));
      const own = plan.filter((node) => node["Relation Name"] === "caseload_row");
      expect(own.map((node) => [node["Node Type"], node["Index Name"]])).toEqual([
        [expect.stringContaining("Index"), `caseload_row_${sort}`],
      ]);
      expect(own[0]?.["Actual Rows"]).toBeLessThan(200);
    }
  });
});
