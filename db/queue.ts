import type { Client } from "pg";
import PgBoss from "pg-boss";

/** One round of a practice: escalate what is overdue, send what waits. */
export const roundQueue = "practice-round";

/** What is not urgent, for one practice: reminders, and tidying up. */
export const careQueue = "practice-care";

/** What somebody asked for that takes its time, for one practice: it holds up neither letters nor care. */
export const researchQueue = "research-data";

/** Puts the care of every practice into its queue, every five minutes and when a worker starts. */
export const careRounds = "care-rounds";

/** Makes the queue's own schema, as the owner. The worker may fill and empty it, and cannot change its shape. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, schedule: true, supervise: false });
  let failure: unknown;
  boss.on("error", (error) => {
    failure ??= error;
  });
  try {
    await boss.start();
    // "short": at most one round of a practice waits, and one that died with its worker holds nobody up.
    for (const name of [roundQueue, careQueue, careRounds])
      await boss.createQueue(name, { name, policy: "short", retryLimit: 0, expireInSeconds: 120 });
    await boss.createQueue(researchQueue, {
      name: researchQueue,
      policy: "short",
      retryLimit: 0,
      expireInSeconds: 3600,
    });
    await boss.schedule(careRounds, "*/5 * * * *");
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  if (failure) throw failure;
}

export async function grantQueue(owner: Client): Promise<void> {
  await owner.query("revoke all on schema pgboss from public");
  await owner.query("revoke all on all tables in schema pgboss from public, nearer_app, nearer_door");
  await owner.query("revoke execute on all functions in schema pgboss from public");
  await owner.query("grant usage on schema pgboss to nearer_worker");
  await owner.query("grant select, insert, update, delete on all tables in schema pgboss to nearer_worker");
}
