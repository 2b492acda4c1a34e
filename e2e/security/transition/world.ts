import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { type Scope, withScope } from "@/db/scope";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import type { Actor } from "@/lib/actor";
import { addDays } from "@/lib/time/local-date";
import { localInstant } from "@/lib/time/zone";
import { askUntil } from "@/runtime/wait";
import { type PracticeServer, startPractice } from "../../practice-server";
import { servedActions } from "../actions";

/** A server whose clock the test sets, and the database behind it. */
export type World = {
  server: PracticeServer;
  pool: pg.Pool;
  /** With it the server marks its pages. */
  authSecret: string;
  /** What the build serves, by the file and name of each action. */
  actions: ReadonlyMap<string, string>;
  /**
   * Puts the server's clock on an instant, before each visitor, so that all of them come at the same moment. A letter that is
   * being handed over arrives first: overtaken by days, nobody would know whether it did.
   */
  goTo: (now: Date) => Promise<void>;
  /** Ends every practice that is there: the worker would care for each of them on every day that another history lives. */
  forgetPast: () => Promise<void>;
  as: <A extends Actor, T>(actor: A, now: Date, run: (scope: Scope<A>) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export const zone = "Europe/London";

/** A Monday in January, well ahead of the machine's clock and away from summer time. */
const firstDay = (() => {
  const newYear = `${new Date().getFullYear() + 1}-01-01`;
  return addDays(newYear, (8 - new Date(newYear).getUTCDay()) % 7);
})();

/** The local date of a day of the path; 0 is its first. */
export const dateOf = (day: number) => addDays(firstDay, day);

/** An hour of a day of the path: `on(22, "15:00")`. */
export const on = (day: number, time: string): Date => localInstant(dateOf(day), time, zone);

export async function openWorld(name: string): Promise<World> {
  const server = await startPractice(name, { withClock: true });
  const file = path.resolve(import.meta.dirname, "..", "..", "..", ".test", name, "secrets.json");
  const { sealKeys, authSecret } = JSON.parse(readFileSync(file, "utf8"));
  holdKeyRing(readKeyRing(sealKeys));
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 8 });
  return {
    server,
    pool,
    authSecret,
    actions: new Map(servedActions().map(({ name: action, id }) => [action, id])),
    goTo: async (now) => {
      await askUntil(() => nothingIsOnItsWay(pool), 5_000, 20);
      server.setClockAhead(now.getTime() - Date.now());
    },
    forgetPast: async () => {
      await askUntil(() => nothingIsOnItsWay(pool), 5_000, 20);
      const connection = await pool.connect();
      try {
        await connection.query("set session_replication_role = replica");
        await connection.query("truncate practice cascade");
        await connection.query("reset session_replication_role");
      } finally {
        connection.release();
      }
    },
    as: (actor, now, run) => withScope(pool, actor, now, run),
    close: async () => {
      await pool.end();
      await server.stop();
    },
  };
}

const nothingIsOnItsWay = async (pool: pg.Pool): Promise<true | null> => {
  const { rowCount } = await pool.query(
    "select 1 from outbox_letter where claim is not null and sent_at is null and set_aside_at is null limit 1",
  );
  return rowCount === 0 ? true : null;
};
