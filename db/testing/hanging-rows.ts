import type { Client } from "pg";
import type { ClientActor } from "@/lib/actor";

type Link = { child: string; parent: string; column: string };
type Person = Pick<ClientActor, "practiceId" | "clientId" | "accountId">;

/** What belongs to two, or names somebody who only did something: not followed further. */
export const shared = new Set(["couple", "erasure", "erasure_step", "safety_check"]);

/** Whose a row is: whom it is about, and not who did or decided it. */
export const isOwner = ({ parent, column, child }: Link) =>
  parent === "account"
    ? column === "account_id"
    : ![
        ["partner_invitation", "partner_id"],
        ["client_step", "into_id"],
      ].some(([table, name]) => child === table && column === name);

/** What hangs on one person in the database, found by its own foreign keys and by no list of ours. */
export function hangingRows(admin: Client) {
  /** Which table points at which by which column, as the database itself says. */
  async function links(): Promise<Link[]> {
    const { rows } = await admin.query<Link>(
      `select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent, a.attname as column
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and array_length(k.conkey, 1) = 2`,
    );
    return rows;
  }

  /** Every row that hangs on one person, found by following foreign keys down from their record and their account. */
  async function rowsOf({ practiceId, clientId, accountId }: Person): Promise<Map<string, string[]>> {
    const all = (await links()).filter(isOwner);
    const found = new Map<string, Set<string>>([
      ["client", new Set([clientId])],
      ["account", new Set([accountId])],
    ]);
    const open = ["client", "account"];
    for (let parent = open.shift(); parent !== undefined; parent = open.shift()) {
      if (shared.has(parent)) continue;
      for (const { child, column } of all.filter((link) => link.parent === parent)) {
        if (child === "client") continue;
        const { rows } = await admin.query<{ id: string }>(
          `select id from "${child}" where practice_id = $1 and "${column}" = any ($2)`,
          [practiceId, [...(found.get(parent) ?? [])]],
        );
        const known = found.get(child) ?? new Set();
        const isNew = rows.some(({ id }) => !known.has(id));
        found.set(child, new Set([...known, ...rows.map(({ id }) => id)]));
        if (isNew) open.push(child);
      }
    }
    return new Map([...found].filter(([, ids]) => ids.size > 0).map(([table, ids]) => [table, [...ids]]));
  }

  /** Whether words stand anywhere in the database: in each row of each table of each schema, as text. */
  async function placesOf(words: string): Promise<string[]> {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const places: string[] = [];
    for (const { name } of rows) {
      const hit = await admin.query(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${words}%`]);
      if (hit.rowCount) places.push(name);
    }
    return places;
  }

  async function countOf(table: string, practiceId: string, ids: readonly string[]): Promise<number> {
    const { rows } = await admin.query<{ count: number }>(
      `select count(*)::int as count from "${table}" where practice_id = $1 and id = any ($2)`,
      [practiceId, ids],
    );
    return rows[0]?.count ?? 0;
  }

  return { links, rowsOf, placesOf, countOf };
}
