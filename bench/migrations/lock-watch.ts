import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export type Waited = { table: string; as: "reader" | "writer"; ms: number };

/** Stands for everybody else: on each table one who reads and one who writes, again and again, and how long each had to wait. */
export async function watchLocks(url: string, tables: readonly string[]) {
  let longest: Waited = { table: "", as: "reader", ms: 0 };
  let isOver = false;
  const modes = { reader: "access share", writer: "row exclusive" } as const;
  const watchers = tables.flatMap((table) =>
    (["reader", "writer"] as const).map(async (as) => {
      const client = new pg.Client({ connectionString: url });
      client.on("error", () => undefined);
      await client.connect();
      while (!isOver) {
        const began = performance.now();
        await client.query(`begin; lock table "${table}" in ${modes[as]} mode; commit`);
        const ms = performance.now() - began;
        if (ms > longest.ms) longest = { table, as, ms };
        await sleep(40);
      }
      await client.end();
    }),
  );
  return {
    /** The longest since it was asked last. */
    async longest(): Promise<Waited> {
      // Whoever still waits is let through first.
      await sleep(120);
      const seen = longest;
      longest = { table: "", as: "reader", ms: 0 };
      return seen;
    },
    async stop() {
      isOver = true;
      await Promise.all(watchers);
    },
  };
}
