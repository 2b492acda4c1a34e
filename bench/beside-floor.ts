import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { samplePlaces } from "@/e2e/sample-places";
import { sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { type Crowd, mintCrowd, mintSitters, type Sitter, signedInOwner } from "./crowd";
import { startFloor } from "./floor-server";
import { type Speed, speedOf, type Target } from "./load";
import { marksOf, sentForm } from "./sent-form";

/** So many clients send their answers: a third of them to warm up, a third one after another at the most. */
const senders = 480;

export type Bench = {
  url: string;
  pool: pg.Pool;
  /** The table as it is now: each thing beside what the floor takes for the like. */
  measure: () => Promise<Line[]>;
  /** The same of large caseloads. */
  measureCaseloads: (caseloads: readonly Caseload[]) => Promise<Line[]>;
  stop: () => Promise<void>;
};
type Caseload = { name: string; token: string };
export type Line = { name: string; speed: Speed; floor: Speed };
type Likeness = { target: Target; floor: Target };

/** The product with its sample practice on a database that waits for the disk, and the floor beside it. */
export async function startBench(): Promise<Bench> {
  const server = await startPractice("bench", { isSample: true, isDurable: true });
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 4 });
  const floor = await startFloor(server.databaseUrl).catch(async (error: unknown) => {
    await pool.end();
    await server.stop();
    throw error;
  });
  const linesOf = async (all: readonly Likeness[]) => {
    await untilTheWorkerRests(pool);
    const lines: Line[] = [];
    for (const { target, floor: like } of all)
      lines.push({ name: target.name, floor: await speedOf(like), speed: await speedOf(target) });
    return lines;
  };
  return {
    url: server.url,
    pool,
    measure: async () => linesOf(await likenesses(server.url, floor.url, pool)),
    measureCaseloads: (caseloads) =>
      linesOf(
        caseloads.map(({ name, token }) => ({
          target: page(server.url, name, "/caseload", token),
          floor: beside(floor.url, "/rows"),
        })),
      ),
    stop: async () => {
      await pool.end();
      await floor.stop();
      await server.stop();
    },
  };
}

const page = (url: string, name: string, path: string, token: string): Target => ({
  name,
  ask: () => ({ url: `${url}${path}`, headers: { cookie: `${sessionCookie}=${token}` } }),
});
const beside = (floorUrl: string, path: string): Target => ({ name: path, ask: () => ({ url: `${floorUrl}${path}` }) });

async function likenesses(url: string, floorUrl: string, pool: pg.Pool): Promise<Likeness[]> {
  const places = await samplePlaces(pool);
  const place = (name: string, shown = name): Target => {
    const found = places.find((one) => one.name === name);
    if (!found) throw new Error(`No place is called ${name}.`);
    return page(url, shown, found.path, found.token);
  };
  const written = (rows: number): Target => ({
    name: `${rows} rows written`,
    ask: () => ({
      url: `${floorUrl}/write`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Array.from({ length: rows }, (_, i) => i)),
    }),
  });
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const answering = await mintSitters(pool, await mintCrowd(pool, senders, today, now), now, false);
  const sending = await mintSitters(pool, await mintCrowd(pool, senders, today, now), now, true);
  return [
    { target: place("Today"), floor: beside(floorUrl, "/one") },
    { target: place("a sitting", "A sitting"), floor: beside(floorUrl, "/form") },
    { target: { name: "Saving an answer", ask: await savesOf(url, answering) }, floor: written(1) },
    { target: { name: "Submitting", ask: await sendsOf(url, sending), most: senders }, floor: written(72) },
    { target: place("caseload", "Caseload of 14"), floor: beside(floorUrl, "/rows") },
    { target: place("overview", "Overview"), floor: beside(floorUrl, "/points") },
    { target: place("protocol", "Protocol"), floor: beside(floorUrl, "/points") },
  ];
}

const sittingActions = "app/(portal)/portal/assessments/[assessmentId]/actions.ts#";

const ofSitting = ({ assessmentId, token }: Sitter, name: string) => ({
  action: `${sittingActions}${name}`,
  at: paths.portal.assessment(assessmentId),
  token,
});

/** One answer after another, each of another client. */
async function savesOf(url: string, all: readonly Sitter[]): Promise<Target["ask"]> {
  const sitters = all.slice(0, 32);
  const marks = await marksOf(url, sitters);
  return (n) => {
    const place = n % sitters.length;
    const sitter = sitters[place];
    if (!sitter) throw new Error("Nobody sits.");
    const { assessmentId, itemId } = sitter;
    const fields = { assessmentId, itemId, form: "now", value: String(n % 4), waited: "0" };
    return sentForm(url, { ...ofSitting(sitter, "keepAnswer"), fields, mark: marks[place] ?? "" });
  };
}

/** Each client sends their own sitting, once. */
async function sendsOf(url: string, sitters: readonly Sitter[]): Promise<Target["ask"]> {
  const marks = await marksOf(url, sitters);
  return (n) => {
    const sitter = sitters[n];
    if (!sitter) throw new Error("Everybody has sent their answers.");
    const fields = { assessmentId: sitter.assessmentId };
    return sentForm(url, { ...ofSitting(sitter, "submit"), fields, mark: marks[n] ?? "" });
  };
}

/** The owner's caseload of a crowd. */
export async function caseloadOf(pool: pg.Pool, crowd: Crowd): Promise<Caseload> {
  const name = `Caseload, 60 of ${crowd.clients.toLocaleString("en-GB")}`;
  return { name, token: await signedInOwner(pool, crowd, new Date()) };
}

/** A month ago as a day: by now its clients are in the fifth week. */
export const monthAgo = () => new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

/** What PostgreSQL does by itself within a minute of such a change. */
export const settled = (pool: pg.Pool) => pool.query("vacuum analyze");

/** Fewer transactions a second than this are the worker's clock alone. */
const atRest = 30;
const longestWait = 10 * 60_000;

/** It looks at everybody who is new, which takes it minutes for ten thousand and a core; a practice that grew has this behind it. */
async function untilTheWorkerRests(pool: pg.Pool): Promise<void> {
  const begun = performance.now();
  const committed = async () => {
    const { rows } = await pool.query<{ n: number }>(
      "select xact_commit::float8 as n from pg_stat_database where datname = current_database()",
    );
    return rows[0]?.n ?? 0;
  };
  let before = await committed();
  for (;;) {
    await setTimeout(10_000);
    const now = await committed();
    const seconds = Math.round((performance.now() - begun) / 1_000);
    if ((now - before) / 10 < atRest) return console.log(`The worker rests after ${seconds} s.`);
    if (performance.now() - begun > longestWait)
      return console.log(`The worker still looks at new clients after ${seconds} s: it takes a core meanwhile.`);
    before = now;
  }
}

export const saidOfLoad =
  "Compare only within one run, and only when nothing else runs on the machine: the ratio beside the floor is what counts.";
