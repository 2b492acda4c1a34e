import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { inTransaction } from "@/db/scope";
import { adminUrl, appUrl } from "@/db/testing/database";
import { Unavailable } from "@/lib/errors";
import { withClient } from "@/runtime/roles";

it("tells whoever holds a connection by their next query that the database ended it, and nobody else", async () => {
  const pool = connect({ url: appUrl(), max: 1, onIdleError: () => undefined });
  const held = await pool.connect();
  const { rows } = await held.query<{ pid: number }>("select pg_backend_pid() as pid");
  // Held between two statements, as in the middle of a transaction: an error that nobody listens to ends the process.
  const ended = new Promise<void>((resolve) => held.once("end", () => resolve()));
  await withClient(adminUrl(), (admin) => admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]));
  await ended;
  await expect(held.query("select 1")).rejects.toThrow();
  held.release(true);
  const again = await pool.query<{ one: number }>("select 1 as one");
  expect(again.rows).toEqual([{ one: 1 }]);
  await pool.end();
});

const faultOf = async (asked: Promise<unknown>): Promise<Unavailable> => {
  const fault = await asked.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
  if (!(fault instanceof Unavailable)) throw fault;
  return fault;
};

describe("a pool that is asked for more than it has", () => {
  it("says that it is busy within its patience, loses no connection, and goes on", async () => {
    const told: string[] = [];
    const onUnavailable = ({ why }: Unavailable) => told.push(why);
    const pool = connect({ url: appUrl(), max: 2, patienceMs: 200, onIdleError: () => undefined, onUnavailable });
    expect(pool.longestWait()).toBe(0);
    const held = await Promise.all([pool.connect(), pool.connect()]);
    const line = [pool.query("select 1"), pool.connect(), inTransaction(pool, "read committed", async () => 1)];
    expect(pool.longestWait()).toBeGreaterThanOrEqual(0);
    const faults = await Promise.all(line.map(faultOf));
    expect(faults.map(({ why, isUnsure }) => [why, isUnsure])).toEqual(Array(3).fill(["busy", false]));
    expect(told).toEqual(["busy", "busy", "busy"]);
    expect(pool.longestWait()).toBe(0);
    for (const one of held) one.release();
    const { rows } = await pool.query<{ one: number }>("select 1 as one");
    expect(rows).toEqual([{ one: 1 }]);
    // Those who gave up were given what they no longer waited for: it is back.
    await expect.poll(() => pool.idleCount).toBe(pool.totalCount);
    expect(pool.totalCount).toBeLessThanOrEqual(2);
    await pool.end();
  });

  it("says that nobody is there, by whatever way it was asked", async () => {
    const url = new URL(appUrl());
    url.port = "1";
    const pool = connect({ url: url.href, max: 2, onIdleError: () => undefined });
    const asked = [pool.query("select 1"), pool.connect(), inTransaction(pool, "read committed", async () => 1)];
    const faults = await Promise.all(asked.map(faultOf));
    expect(faults.map(({ why, code }) => [why, code])).toEqual(Array(3).fill(["away", "ECONNREFUSED"]));
    await pool.end();
  });
});

it("says of a database that ended under a statement by itself that nobody knows, and tells who asked", async () => {
  const told: string[] = [];
  const onUnavailable = ({ why }: Unavailable) => told.push(why);
  const pool = connect({ url: appUrl(), max: 1, onIdleError: () => undefined, onUnavailable });
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  const asked = faultOf(pool.query("select pg_sleep(20)"));
  await withClient(adminUrl(), (admin) => admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]));
  const fault = await asked;
  expect([fault.why, fault.isUnsure]).toEqual(["away", true]);
  expect(told).toEqual(["away"]);
  await expect(pool.query("select wrong")).rejects.toThrow(/column "wrong"/);
  expect(told).toEqual(["away"]);
  await pool.end();
});

it("says of a database that ended in the middle of a transaction that nothing was done", async () => {
  const pool = connect({ url: appUrl(), max: 1, onIdleError: () => undefined });
  const ended = inTransaction(pool, "read committed", async (tx) => {
    const { rows } = await tx.$client.query<{ pid: number }>("select pg_backend_pid() as pid");
    await withClient(adminUrl(), (admin) => admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]));
    await tx.$client.query("select 1");
  });
  const fault = await faultOf(ended);
  expect([fault.why, fault.isUnsure]).toEqual(["away", false]);
  await pool.end();
});
