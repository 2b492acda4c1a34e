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
  ...{ overview: 8, protocol: 8, couple: 8, "a result": 8, "gaps as a table": 8, record: 6 },
};

/**
 * Kilobytes of markup and payload at the most, before they are packed. Meant are 35 on Today, 90 on the overview (and
 * what can be done about each reason why somebody is on the list, which is folded away there) and 70 on the protocol, without what clients wrote, which stands there too; the names of utilities weigh more than classes did, and next
 * to nothing once packed (first-paint.spec).
 */
const kilobytes: Record<string, number> = {
  Today: 46,
  "a sitting": 50,
  path: 66,
  protocol: 84,
  overview: 165,
  couple: 100,
  "a result": 160,
  "safety settings": 161,
};
const mostOfAny = 96;
/** Of one line of the caseload, over the page of fewer lines; meant are 4. */
const mostOfLine = 4.5;

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
