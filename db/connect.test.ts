import { expect, it } from "vitest";
import { connect } from "@/db/connect";
import { adminUrl, appUrl } from "@/db/testing/database";
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
