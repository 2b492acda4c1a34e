import PgBoss from "pg-boss";
import { expect, it, onTestFinished } from "vitest";
import { careRounds } from "@/db/queue";
import { adminUrl, workerUrl } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";

it("care goes by the queue's own schedule: every five minutes, as the worker's role", async () => {
  await withClient(adminUrl(), async (admin) => {
    const { rows } = await admin.query("select name, cron, timezone from pgboss.schedule");
    expect(rows).toEqual([{ name: careRounds, cron: "*/5 * * * *", timezone: "UTC" }]);
    // Nobody waits five minutes in a test: every minute is always due.
    await admin.query("update pgboss.schedule set cron = '* * * * *'");
    await admin.query("update pgboss.version set cron_on = null");
  });
  const faults: unknown[] = [];
  const boss = new PgBoss({
    connectionString: workerUrl(),
    migrate: false,
    schedule: true,
    supervise: false,
    cronWorkerIntervalSeconds: 1,
  });
  boss.on("error", (fault) => faults.push(fault));
  onTestFinished(() => boss.stop({ graceful: false, wait: true }));
  await boss.start();
  await expect.poll(() => boss.getQueueSize(careRounds), { timeout: 30_000 }).toBe(1);
  expect(faults).toEqual([]);
});
