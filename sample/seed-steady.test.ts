import { beforeAll, describe, expect, it } from "vitest";
import { ownDatabase } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";
import { practiceId } from "./personas";
import { seedSample } from "./seed";
import { sampleSentences } from "./words/sentences";

const today = new Date("2026-11-23T10:00:00Z");
const sealKeys = `k1:${Buffer.alloc(32, 3).toString("base64")}`;

const first = await ownDatabase("sample_once");
const second = await ownDatabase("sample_again");
let tookMs = 0;

beforeAll(async () => {
  const start = performance.now();
  await seedSample({ databaseUrl: first.appUrl, sealKeys, today });
  tookMs = performance.now() - start;
  await seedSample({ databaseUrl: second.appUrl, sealKeys, today });
});

/** Every row of every table as text, read by the practice's own application role. */
async function dump(url: string): Promise<Map<string, string[]>> {
  return withClient(url, async (database) => {
    await database.query("select set_config('app.practice_id', $1, false)", [practiceId]);
    const { rows: tables } = await database.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
    );
    const all = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await database.query<{ line: string }>(`select to_jsonb(t)::text as line from "${name}" t`);
      all.set(
        name,
        rows.map(({ line }) => line),
      );
    }
    return all;
  });
}

/** What differs between two runs on purpose: sealing is salted, and passwords and invitations are random. */
const steady = (line: string): string =>
  JSON.stringify(JSON.parse(line), (key, value: unknown) =>
    key.endsWith("_sealed") || key === "password_hash" || key === "token_hash" ? value !== null : value,
  );

describe("making the sample practice", () => {
  it("is the same practice whenever it is made on one day", async () => {
    const [one, another] = await Promise.all([dump(first.appUrl), dump(second.appUrl)]);
    const seeded = (lines: string[] | undefined) =>
      lines
        ?.filter((line) => !/"(clients.chart-read|couples.(chart|shared)-read|identity.signed-in)"/.test(line))
        .map(steady)
        .sort();
    one.delete("session");
    for (const [table, lines] of one) {
      expect(seeded(another.get(table)), table).toEqual(seeded(lines));
    }
    expect(one.get("exercise_attempt")?.length).toBeGreaterThan(300);
    expect(one.get("audit_entry")?.length).toBeGreaterThan(1_000);
  });

  it("keeps nobody's words readable", async () => {
    const everything = [...(await dump(first.appUrl)).values()].flat().join("\n");
    const asStored = (words: string) => JSON.stringify(words).slice(1, -1);
    const fragments = sampleSentences
      .flatMap((sentence) => sentence.split("{partner}"))
      .filter((part) => part.length > 7);
    expect(fragments.length).toBeGreaterThan(150);
    expect(fragments.filter((part) => everything.includes(asStored(part)))).toEqual([]);
    expect(everything).toContain("Ines Marchetti");
    const sealed = everything.match(/"s1\.k1\./g) ?? [];
    expect(sealed.length).toBeGreaterThan(800);
  });

  it("writes nothing later than the moment it is made at", async () => {
    const lines = [...(await dump(first.appUrl)).entries()];
    const pastOnly =
      /"(?:recorded_at|answered_at|submitted_at|started_at|sent_at|read_at|decided_at|created_at|at|rated_at|taken_at|opened_at|last_activity_at)": ?"(\d{4}-[^"]+)"/g;
    for (const [table, rows] of lines) {
      const times = rows.flatMap((row) => [...row.matchAll(pastOnly)].map((match) => Date.parse(match[1] ?? "")));
      expect(Math.max(0, ...times), table).toBeLessThanOrEqual(today.getTime());
    }
  });

  it("takes seconds, also on a busy machine", () => {
    expect(tookMs).toBeLessThan(30_000);
  });
});
