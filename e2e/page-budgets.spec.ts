import pg from "pg";
import { unreadable } from "@/db/sealed";
import { damageWords } from "@/db/testing/damaged-words";
import { everyPage } from "./every-page";
import { expect, test } from "./fixtures";
import { watchStatements } from "./page-costs";
import { startPractice } from "./practice-server";
import { samplePlaces } from "./sample-places";
import { mintSession, sessionCookie } from "./security/minted-session";

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

/** A disk or a lost key took every word: each page still opens, and says so in the place of what it lost. */
async function openDamaged(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool.query<Record<"practice" | "client" | "person" | "therapist" | "owner", string>>(
    `select c.practice_id as practice, c.id as client, c.account_id as person, c.therapist_id as therapist,
      (select id from account where practice_id = c.practice_id and role = 'owner') as owner
     from client c order by (select count(*) from safety_event e where e.client_id = c.id) desc, c.record_number limit 3`,
  );
  const [first] = rows;
  if (!first) throw new Error("The sample practice has nobody.");
  const clients = rows.map(({ client }) => client);
  const { staff, portal } = await everyPage(pool, first.practice, { most: 2, clients });
  const admin = await pool.connect();
  const damaged = await damageWords(admin);
  admin.release(true);
  expect([...damaged.values()].filter((count) => count > 0).length).toBeGreaterThan(20);
  let said = 0;
  const open = async (account: string, kind: "staff" | "client", pages: readonly string[]) => {
    const { token } = await mintSession(pool, first.practice, account, kind);
    for (const at of pages) {
      const answer = await fetch(`${url}${at}`, {
        headers: { cookie: `${sessionCookie}=${token}` },
        redirect: "manual",
      });
      expect.soft(answer.status, `${kind} at ${at}`).toBeLessThan(500);
      if ((await answer.text()).includes(unreadable)) said += 1;
    }
  };
  await open(first.owner, "staff", staff);
  const isTheirs = (at: string) => !at.includes("/clients/") || at.includes(first.client);
  await open(first.therapist, "staff", staff.filter(isTheirs));
  for (const { person } of rows) await open(person, "client", portal);
  expect(said).toBeGreaterThan(10);
}

test("no page of the sample practice asks the database for more, or sends more, than its budget; none fails where words are damaged", async () => {
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
    await openDamaged(pool, server.url);
    const [fewer = "", more = ""] = caseloads;
    const lines = linesIn(more) - linesIn(fewer);
    expect(lines).toBeGreaterThan(20);
    expect((sizeOf(more) - sizeOf(fewer)) / lines).toBeLessThanOrEqual(mostOfLine);
  } finally {
    await pool.end();
    await server.stop();
  }
});
