import { randomUUID } from "node:crypto";
import pg from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { startPractice } from "@/e2e/practice-server";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { percentile, told } from "./told";

/**
 * Two couples that differ in one thing: the partner of one of them said this morning, alone, that they are not safe, was stopped, and
 * wrote three hundred private things. The other half of either asks for the same pages, turn by turn. By no page can it be told, from
 * how long it takes, who of the two has such a partner. TIMING_ROUNDS: fewer turns.
 */
const rounds = Number(process.env.TIMING_ROUNDS ?? 160);
/** By chance one page in about two thousand lies beyond it. */
const mostZ = 3.5;
const mostShare = 0.08;

const server = await startPractice("proof-timing");
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
const day = 86_400_000;

/** How far apart two rows of times are, in standard deviations of what chance does (Mann and Whitney). */
function apart(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((ms) => ({ ms, isOne: true })), ...other.map((ms) => ({ ms, isOne: false }))].sort(
    (a, b) => a.ms - b.ms,
  );
  const ranks = all.reduce((sum, { isOne }, i) => sum + (isOne ? i + 1 : 0), 0);
  const [n, m] = [one.length, other.length];
  return (ranks - (n * (n + m + 1)) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

try {
  const now = new Date();
  const startDate = now.toISOString().slice(0, 10);
  const practice = await mintPractice(pool, now);
  const { practiceId, therapist } = practice;
  const insert = (table: string, row: Record<string, unknown>) => {
    const all = { practice_id: practiceId, id: randomUUID(), ...row };
    return pool.query(
      `insert into ${table} (${Object.keys(all)}) values (${Object.keys(all).map((_, i) => `$${i + 1}`)})`,
      Object.values(all),
    );
  };
  const decided = (client_id: string, kind: string, at: Date) =>
    insert("safety_decision", {
      client_id,
      kind,
      talked_alone: true,
      reason_sealed: "sealed",
      decided_by: therapist.accountId,
      decided_at: at,
    });
  const couple = async (names: readonly [string, string]) => {
    const people = [
      await mintClient(pool, practice, { name: names[0], startDate, now }),
      await mintClient(pool, practice, { name: names[1], startDate, now }),
    ] as const;
    const ago = new Date(now.getTime() - 9 * day);
    for (const { clientId } of people) {
      await insert("safety_screen", {
        client_id: clientId,
        outcome: "clear",
        answered_at: new Date(ago.getTime() - day),
      });
      await decided(clientId, "clear", ago);
    }
    await insert("couple", {
      ...{ first_client_id: people[0].clientId, second_client_id: people[1].clientId, linked_by: therapist.accountId },
      ...{
        lead_id: therapist.accountId,
        linked_at: new Date(now.getTime() - 8 * day),
        drawn_check_on: "2031-01-01",
        zone: "Europe/London",
      },
    });
    return people;
  };
  const [, calm] = await couple(["Ada", "Ben"]);
  const [frightened, watched] = await couple(["Ida", "Bob"]);
  const own = { client_id: frightened.clientId };
  await insert("safety_event", { ...own, source: "not-safe-button", opened_at: now });
  await insert("safety_screen", { ...own, outcome: "stop", answered_at: now });
  await decided(frightened.clientId, "stop", now);
  for (let i = 0; i < 300; i += 1)
    await insert("distance_move", {
      ...own,
      local_date: startDate,
      strategy: "lone_wolf",
      situation_sealed: `s1.k1.${i}`,
      recorded_at: now,
    });

  const cookieOf = async ({ accountId }: { accountId: string }) =>
    `${sessionCookie}=${(await mintSession(pool, practiceId, accountId, "client")).token}`;
  const [plain, marked] = [await cookieOf(calm), await cookieOf(watched)];
  const timed = async (at: string, cookie: string) => {
    const began = performance.now();
    const answer = await fetch(`${server.url}${at}`, { headers: { cookie } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${at}: ${answer.status}`);
    return { ms: performance.now() - began, bytes: text.length };
  };
  const compare = async (at: string, [one, other]: readonly [string, string]) => {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < rounds; i += 1)
      for (const which of i % 2 ? ([0, 1] as const) : ([1, 0] as const))
        times[which].push((await timed(at, which ? other : one)).ms);
    const medians = times.map((each) => percentile(each, 0.5));
    const [a = 0, b = 0] = medians;
    return {
      z: apart(...times),
      share: Math.abs(a - b) / Math.min(a, b),
      words: `${a.toFixed(1)} and ${b.toFixed(1)} ms`,
    };
  };
  const differs = ({ z, share }: { z: number; share: number }) => Math.abs(z) > mostZ || share > mostShare;

  const { together, sharing, exercise, keepGoing, ownWords } = paths.portal;
  const pages = [
    "/portal",
    "/portal/path",
    "/portal/messages",
    "/portal/assessments",
    "/portal/account",
    together,
    sharing,
    keepGoing,
    ownWords,
    exercise("one-real-feeling"),
  ];
  for (const at of pages) for (let i = 0; i < 10; i += 1) await Promise.all([timed(at, plain), timed(at, marked)]);
  for (const at of pages) {
    let seen = await compare(at, [plain, marked]);
    // A machine that does something else for a while is not the page: what is of the page is there the second time too.
    if (differs(seen)) seen = await compare(at, [plain, marked]);
    told(!differs(seen), `${at}: ${seen.words}, ${seen.z.toFixed(1)} deviations apart`);
  }
  // That a difference would be seen: the same page of somebody who has more on it.
  for (let i = 0; i < 60; i += 1)
    await insert("message", {
      client_id: watched.clientId,
      author_id: watched.accountId,
      body_sealed: "s1.k1.x",
      sent_at: new Date(now.getTime() - i * 60_000),
    });
  const control = await compare("/portal/messages", [plain, marked]);
  told(differs(control), `and what differs is seen: ${control.words}, ${control.z.toFixed(1)} deviations apart`);
} finally {
  await pool.end();
  await server.stop();
}
