import { randomInt, randomUUID } from "node:crypto";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { derivedId } from "@/db/commands/derived-id";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { startPractice } from "@/e2e/practice-server";
import { one, portal, practice as staffPages } from "@/e2e/security/attack";
import { mintSession } from "@/e2e/security/minted-session";
import { type Answered, actionNamed, type Sender, senderOf, sendForm } from "./action-sender";
import { applicationOf, untilWell } from "./application";
import { told } from "./told";

/**
 * The application ended by kill -9 at fifty random moments, while people send what writes several rows at once. Of each form all is
 * there or nothing, and all of what was answered with “saved” is there. KILLS: fewer times.
 */
const kills = Number(process.env.KILLS ?? 50);

const server = await startPractice("proof-killed-app", { isDurable: true });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 4 });
pool.on("error", () => undefined);
try {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const practice = await mintPractice(pool, now);
  const { practiceId, therapist } = practice;
  const client = await mintClient(pool, practice, { startDate: today, now });
  const staffToken = (await mintSession(pool, practiceId, therapist.accountId, "staff")).token;
  const clientToken = (await mintSession(pool, practiceId, client.accountId, "client")).token;
  const staff = await senderOf(server.url, staffToken, "/account");
  const person = await senderOf(server.url, clientToken, "/portal/account");
  const { rows: versions } = await pool.query<{ id: string }>(
    "select id from instrument_version where practice_id = $1 and key = 'distance-moves' limit 1",
    [practiceId],
  );
  const clientId = client.clientId;
  const goal = { words: "Mine", measure: "connection", line: "7", agreedWith: "client", agreedHow: "session" };

  /** What is sent, by whom, with an id that only this form has: every row that it writes names it, or hangs on one that does. */
  type Deed = {
    name: string;
    by: Sender;
    form: (id: string) => Record<string, string>;
    /** Where the rows carry a name made of the form's. */
    rowOf?: (id: string) => string;
  };
  const versionId = versions[0]?.id ?? "";
  const deeds: Deed[] = [
    {
      name: `${staffPages}clients/new/actions.ts#enrol`,
      by: staff,
      form: (id) => ({
        ...{ id, name: "Somebody", pronouns: "", email: `${id}@nowhere.example`, zone: "Europe/London" },
        ...{ therapistId: therapist.accountId, partnerName: "", startDate: today },
      }),
    },
    {
      name: `${staffPages}assign/actions.ts#assign`,
      by: staff,
      form: (id) => ({
        ...{ id, "clients[]": clientId, "instruments[]": versionId, when: "every", on: today },
        ...{ every: "1", ends: "times", times: "3", days: "2" },
      }),
      rowOf: (id) => derivedId(id, clientId, versionId),
    },
    { name: `${one}goals/actions.ts#writeGoal`, by: staff, form: (id) => ({ id, clientId, ...goal, agreedOn: today }) },
    {
      name: `${one}messages/actions.ts#reply`,
      by: staff,
      form: (id) => ({ id, clientId, attemptId: "", body: "Hello", until: now.toISOString() }),
    },
    { name: `${portal}messages/actions.ts#send`, by: person, form: (id) => ({ id, body: "Hello" }) },
    { name: `${portal}actions.ts#saveCheck`, by: person, form: (id) => ({ id, score: "5", note: "Ours" }) },
    { name: `${portal}distance-move/actions.ts#log`, by: person, form: (id) => ({ id, move: "lone-wolf" }) },
  ];

  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'practice_id'
      and table_name not in ('audit_link', 'noticed', 'caseload_row', 'signal', 'signal_event', 'signal_round') order by 1`,
  );
  type Shape = Map<string, number>;
  /** How many rows of which table name each of these ids. */
  async function shapesOf(ids: readonly string[]): Promise<Map<string, Shape>> {
    const shapes = new Map<string, Shape>(ids.map((id) => [id, new Map()]));
    for (const { name } of tables) {
      const { rows } = await pool.query<{ id: string; n: string }>(
        `select m.id[1] as id, count(distinct t.ctid) as n from "${name}" t
          cross join lateral regexp_matches(t::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as m(id)
         where t.practice_id = $1 and m.id[1] = any($2) group by 1`,
        [practiceId, ids],
      );
      for (const { id, n } of rows) shapes.get(id)?.set(name, Number(n));
    }
    return shapes;
  }
  const inWords = (shape: Shape | undefined) => [...(shape ?? [])].map(([table, n]) => `${table} ${n}`).join(", ");
  /** What was written every time: the worker may add to it afterwards. */
  const least = (shapes: readonly Shape[]): Shape => {
    const [first = new Map<string, number>(), ...others] = shapes;
    return new Map(
      [...first]
        .map(([table, n]): [string, number] => [table, Math.min(n, ...others.map((one) => one.get(table) ?? 0))])
        .filter(([, n]) => n > 0),
    );
  };
  const isWhole = (shape: Shape, of: Shape) => [...of].every(([table, n]) => (shape.get(table) ?? 0) >= n);

  const isSaved = (answer: Answered | undefined) =>
    answer !== undefined && answer.status < 400 && !/"status":"refused"/.test(answer.text);
  const whole = new Map<string, Shape>();
  for (const { name, by, form, rowOf = (id: string) => id } of deeds) {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const answers: (Answered | undefined)[] = [];
    for (const id of ids) answers.push(await sendForm(by, actionNamed(name), form(id)));
    const shape = least([...(await shapesOf(ids.map(rowOf))).values()]);
    whole.set(name, shape);
    told(
      answers.every(isSaved) && shape.size > 1,
      `${name.split("#")[1]}, not disturbed: ${inWords(shape) || answers[0]?.text.slice(0, 300)}`,
    );
  }

  type Sent = { id: string; name: string; isSaved: boolean };
  const sent: Sent[] = [];
  let longest = 0;
  for (let round = 0; round < kills; round += 1) {
    let isOver = false;
    const senders = deeds.map(async ({ name, by, form, rowOf = (id: string) => id }) => {
      while (!isOver) {
        const id = randomUUID();
        const deed: Sent = { id: rowOf(id), name, isSaved: false };
        sent.push(deed);
        deed.isSaved = isSaved(await sendForm(by, actionNamed(name), form(id)));
        if (!deed.isSaved) await sleep(20);
      }
    });
    await sleep(randomInt(150, 900));
    const pid = applicationOf(server.pid);
    if (!pid) throw new Error("There is no application.");
    process.kill(pid, "SIGKILL");
    isOver = true;
    await Promise.all(senders);
    longest = Math.max(longest, await untilWell(server.url));
  }
  // What a connection that ended was doing is rolled back by then.
  await sleep(1_000);
  const shapes = await shapesOf(sent.map(({ id }) => id));
  const shapeOf = ({ id }: Sent): Shape => shapes.get(id) ?? new Map();
  const halves = sent.filter(
    (one) => shapeOf(one).size > 0 && !isWhole(shapeOf(one), whole.get(one.name) ?? new Map()),
  );
  const lost = sent.filter((one) => one.isSaved && shapeOf(one).size === 0);
  const kept = sent.filter((one) => shapeOf(one).size > 0).length;
  console.log(
    `  ${kills} times killed; ${sent.length} forms sent, ${sent.filter(({ isSaved }) => isSaved).length} answered with “saved”, ${kept} there; well again after ${Math.round(longest)} ms at the most`,
  );
  const named = halves
    .slice(0, 5)
    .map((one) => `\n    ${one.name}: ${inWords(shapeOf(one))} instead of ${inWords(whole.get(one.name))}`);
  told(halves.length === 0, `of each form all or nothing${named.join("")}`);
  told(lost.length === 0, "what was answered with “saved” is there");
} finally {
  await pool.end();
  await server.stop();
}
