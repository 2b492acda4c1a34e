import PgBoss from "pg-boss";
import { connect } from "@/db/connect";
import { describeError, log } from "@/db/log";
import { careQueue, careRounds, researchQueue, roundQueue } from "@/db/queue";
import type { SystemActor } from "@/lib/actor";
import { LETTER_DAYS } from "@/lib/messages/delivery-status";
import { askDueChecks } from "./ask-checks";
import { chainPractice, keepChain } from "./chain-audits";
import { closePortals } from "./close-portals";
import { eraseClients } from "./erase-clients";
import { escalateOverdue } from "./escalate";
import { extendSchedules } from "./extend-schedules";
import { lookAtSignals } from "./look-at-signals";
import { makeLongRecord, waitsForLongRecord } from "./make-long-record";
import { makeResearch, waitsForResearch } from "./make-research";
import { oneByOne } from "./one-by-one";
import { openPushPost } from "./push-post";
import { remindClients } from "./remind";
import { remindAtHours } from "./remind-at-hours";
import { sendLetters } from "./send-letters";
import { practicesWithPush, sendPush } from "./send-push";
import { readWorkerSettings, type WorkerSettings, workerClock } from "./settings";
import { openMailer } from "./smtp";
import { tellSessions } from "./tell-sessions";
import { tellStarts } from "./tell-start";
import { forgetAttempts, tidyPractice } from "./tidy";
import { waitToBegin } from "./wait-to-begin";
import { writeWeekLetters } from "./week-letters";

const lookEveryMs = 2_000;
/** An event that nobody answers is looked at this often. */
const eventSeconds = 20;
/** What was read and done stands in the chain well within a minute. */
const chainEveryMs = 20_000;
/** Practices taken from the queue at each look: one a second would keep an urgent letter waiting behind forty others. */
const atOnce = 20;

const complain = (what: string) => (error: unknown) => log.error(describeError(error), `worker: ${what}`);

const settings = readWorkerSettings(process.env);
const clock = workerClock(settings);
const post = openMailer(settings, complain("a letter was not sent"));
const push = pushOf(settings);
const url = settings.DATABASE_WORKER_URL;
const keepsPlans = settings.DATABASE_KEEPS_PLANS === "1";
const pool = connect({ url, max: 4, keepsPlans, onIdleError: complain("a database connection ended") });
const boss = new PgBoss({
  connectionString: url,
  application_name: "nearer-worker",
  max: 3,
  migrate: false,
  // Reminders, checks and what is over go by the queue's own schedule (db/queue.ts).
  schedule: true,
});
boss.on("error", complain("the queue met a fault"));

/** Asks which practices wait, and puts a round for each into the queue. */
async function look(): Promise<void> {
  const now = clock();
  const since = new Date(now.getTime() - LETTER_DAYS * 86_400_000);
  const { rows } = await pool.query<{ practice_id: string; letters: boolean }>(
    "select practice_id, letters from door_practices_waiting($1, $2)",
    [now, since],
  );
  for (const { practice_id: practiceId, letters } of rows) {
    if (letters && !post) continue;
    const singletonKey = `${practiceId}:${letters ? "letters" : "events"}`;
    await boss.send(
      roundQueue,
      { practiceId },
      { singletonKey, ...(letters ? {} : { singletonSeconds: eventSeconds }) },
    );
  }
  for (const practiceId of push ? await practicesWithPush(pool, now) : [])
    await boss.send(roundQueue, { practiceId }, { singletonKey: `${practiceId}:push` });
}

/** Every practice in turn; the queue lets one of several workers do it. */
async function lookAround(): Promise<void> {
  await forgetAttempts(pool, clock());
  const { rows } = await pool.query<{ practice_id: string }>("select practice_id from door_all_practices()");
  for (const { practice_id: practiceId } of rows) {
    await boss.send(careQueue, { practiceId }, { singletonKey: practiceId });
  }
}

const systemOf = (practiceId: string): SystemActor => ({ kind: "system", role: "system", practiceId });

/** One after another; one that fails is told and keeps none of the others from being done. */
async function care(practiceId: string): Promise<void> {
  const actor = systemOf(practiceId);
  await askDueChecks(pool, actor, clock()).catch(complain("safety questions were not asked"));
  if (post) await remindClients(pool, actor, clock()).catch(complain("reminders were not written"));
  if (post || push)
    await remindAtHours(pool, actor, clock()).catch(complain("reminders at chosen hours were not written"));
  if (post) await writeWeekLetters(pool, actor, clock()).catch(complain("the week’s letters were not written"));
  if (post) await tellSessions(pool, actor, clock()).catch(complain("nobody was told of a session tomorrow"));
  if (post) await tellStarts(pool, actor, clock()).catch(complain("nobody was told that their weeks begin"));
  await waitToBegin(pool, actor, clock()).catch(complain("the weeks of who has not arrived were not laid out anew"));
  await lookAtSignals(pool, actor, clock()).catch(complain("signals were not looked at"));
  await extendSchedules(pool, actor, clock()).catch(complain("rules were not laid out further"));
  await closePortals(pool, actor, clock()).catch(complain("pages of discharged clients were not closed"));
  await eraseClients(pool, actor, clock(), settings.ERASED_IN).catch(complain("a record was not erased"));
  await keepChain(pool, actor, clock(), settings.AUDIT_ANCHORS).catch(
    complain("the record of access was not looked at"),
  );
  await tidyPractice(pool, actor, clock()).catch(complain("what is over was not tidied"));
}

async function round(practiceId: string): Promise<void> {
  const actor = systemOf(practiceId);
  await escalateOverdue(pool, actor, clock()).catch(complain("an event was not passed on"));
  if (push) await sendPush(pool, actor, push, clock).catch(complain("notes to devices were not sent"));
  if (post) await sendLetters(pool, actor, post, clock).catch(complain("letters were not sent"));
}

function pushOf({ PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey, ...rest }: WorkerSettings) {
  if (!publicKey || !privateKey) return undefined;
  // A service writes to whoever runs this, should its notes do harm there.
  const contact = rest.MAIL_FROM ? `mailto:${rest.MAIL_FROM}` : rest.APP_URL.replace(/^http:/, "https:");
  const complainOfNote = complain("a note to a device was not sent");
  return openPushPost({
    keys: { publicKey, privateKey },
    contact,
    testOrigin: rest.NEARER_TEST_PUSH,
    complain: complainOfNote,
  });
}

let timer: NodeJS.Timeout | undefined;
let looking: Promise<void> = Promise.resolve();
let ending = false;

let chainedAt = 0;

/** Every practice’s record of access goes on in its chain, often enough that no entry waits for a minute. */
async function chain(): Promise<void> {
  if (Date.now() - chainedAt < chainEveryMs) return;
  chainedAt = Date.now();
  const { rows } = await pool.query<{ practice_id: string }>("select practice_id from door_all_practices()");
  await oneByOne(rows, ({ practice_id: practiceId }) => chainPractice(pool, systemOf(practiceId), clock()));
  await oneByOne(rows, async ({ practice_id: practiceId }) => {
    const actor = systemOf(practiceId);
    const waits = (await waitsForResearch(pool, actor, clock())) || (await waitsForLongRecord(pool, actor, clock()));
    if (waits) await boss.send(researchQueue, { practiceId }, { singletonKey: practiceId });
  });
}

/** Where a test moves the clock, the care of five minutes may be due at any moment. */
async function lookEverywhere(): Promise<void> {
  await look();
  await chain().catch(complain("the record of access was not chained"));
  if (settings.NEARER_TEST_CLOCK) await lookAround();
}

const lookAgain = () => {
  looking = lookEverywhere().catch(complain("the database did not answer"));
  void looking.then(() => {
    if (!ending) timer = setTimeout(lookAgain, lookEveryMs);
  });
};

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  clearTimeout(timer);
  await looking;
  await boss.stop({ graceful: true, wait: true, timeout: 10_000 });
  await pool.end();
  process.exit(0);
}

process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());

await boss.start();
await boss.work<{ practiceId: string }>(roundQueue, { pollingIntervalSeconds: 1, batchSize: atOnce }, async (jobs) => {
  await Promise.all(jobs.map(({ data }) => round(data.practiceId)));
});
await boss.work<{ practiceId: string }>(careQueue, { pollingIntervalSeconds: 5, batchSize: atOnce }, async (jobs) => {
  for (const { data } of jobs) await care(data.practiceId);
});
await boss.work<{ practiceId: string }>(researchQueue, { pollingIntervalSeconds: 2, batchSize: 1 }, async (jobs) => {
  for (const { data } of jobs) {
    const actor = systemOf(data.practiceId);
    await makeResearch(pool, actor, clock).catch(complain("research data were not made"));
    await makeLongRecord(pool, actor, clock).catch(complain("a long record was not read"));
  }
});
await boss.work(careRounds, { pollingIntervalSeconds: 5, batchSize: 1 }, lookAround);
await boss.send(careRounds, {});
lookAgain();
