import pg from "pg";
import { expect, test } from "./fixtures";
import { watchStatements } from "./page-costs";
import { startPractice } from "./practice-server";
import { samplePlaces } from "./sample-places";

/** A server of its own: what it is asked is counted, and nobody else asks it. */
test.setTimeout(600_000);

/** At the most, as PostgreSQL's log has them: the session among them, BEGIN and COMMIT not. */
const usual = 5;
const larger: Record<string, number> = {
  ...{ overview: 8, protocol: 8, couple: 8, "a result": 8 },
};

/**
 * Kilobytes of markup and payload at the most, before they are packed. What is opened one at a time is sent when it is opened,
 * a table instead of its drawing, and a drawing as the numbers that it is made from.
 */
const kilobytes: Record<string, number> = {
  ...{ Today: 35, "Today of a sitter": 35, "a sitting": 42, path: 58, protocol: 70, overview: 90, couple: 60 },
  ...{
    "a result": 142,
    "safety settings": 144,
    "the practice": 99,
    "written by a client": 175,
    "record of access": 115,
    "who has whom": 110,
  },
};
const mostOfAny = 90;
/** Of one line of the caseload, over the page of fewer lines. */
const mostOfLine = 3.7;

const sizeOf = (html: string) => Buffer.byteLength(html.replace(/<style[^>]*>.*?<\/style>/gs, "")) / 1024;
const linesIn = (html: string) => html.match(/<tr role="row"/g)?.length ?? 0;

test("no page of the sample practice asks the database for more, or sends more, than its budget", async () => {
  const server = await startPractice("budgets", { isSample: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  try {
    const caseloads: string[] = [];
    // Until the worker has looked at everybody today, who reads a list works the reasons out: two statements more.
    const unseen = "select 1 from client c left join signal_round r on r.practice_id = c.practice_id and r.id = c.id";
    await expect
      .poll(async () => (await pool.query(`${unseen} where r.id is null or r.next_at <= now()`)).rowCount, {
        timeout: 240_000,
      })
      .toBe(0);
    const visit = await watchStatements(pool, server.logDir);
    for (const { name, path, token } of await samplePlaces(pool)) {
      const { status, html, statements } = await visit(`${server.url}${path}`, token);
      expect(status, name).toBe(200);
      expect(statements.length, `${name}\n${statements.join("\n")}`).toBeGreaterThan(0);
      expect(statements.length, `${name}\n${statements.join("\n")}`).toBeLessThanOrEqual(larger[name] ?? usual);
      if (name.startsWith("caseload")) caseloads.push(html);
      else expect.soft(sizeOf(html), name).toBeLessThanOrEqual(kilobytes[name] ?? mostOfAny);
    }
    const [fewer = "", more = ""] = caseloads;
    const lines = linesIn(more) - linesIn(fewer);
    expect(lines).toBeGreaterThan(20);
    expect((sizeOf(more) - sizeOf(fewer)) / lines).toBeLessThanOrEqual(mostOfLine);
  } finally {
    await pool.end();
    await server.stop();
  }
});
