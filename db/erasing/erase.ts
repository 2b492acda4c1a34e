import type { ClientBase } from "pg";
import { letGo, nameless, person, type Step, safety } from "./erase-plan";
import { leaveTraces } from "./written-anew";

/** The role that may remove what people wrote, answered and did. Nobody signs in as it: the worker takes it for one erasing. */
export const eraserRole = "nearer_eraser";

export type Erased = { practiceId: string; clientId: string; at: Date };

/**
 * What each kind of erasing removes. `person`: everything but entries about safety; `safety`: these, once their time is over.
 * Done in a transaction that the caller ends, with the practice chosen, and under the eraser’s own role.
 */
export const erasings = {
  person: (db: ClientBase, erased: Erased) =>
    erase(db, erased, "person", { before: letGo, steps: person, after: nameless }),
  safety: (db: ClientBase, erased: Erased) => erase(db, erased, "safety", { before: [], steps: safety, after: [] }),
} as const;
export type Erasing = keyof typeof erasings;

type Plan = { before: readonly string[]; steps: readonly Step[]; after: readonly string[] };

/** False: there is no such record, or this was done. */
async function erase(
  db: ClientBase,
  { practiceId, clientId, at }: Erased,
  what: Erasing,
  { before, steps, after }: Plan,
): Promise<boolean> {
  await db.query(`set local role ${eraserRole}`);
  const { rows } = await db.query<{ account: string; therapist: string; done: boolean; by: string | null }>(
    `select c.account_id as account, c.therapist_id as therapist,
       exists (select 1 from erasure e where e.practice_id = c.practice_id and e.client_id = c.id and e.what = $3) as done,
       (select s.decided_by from erasure_step s where s.practice_id = c.practice_id and s.client_id = c.id
         and s.kind = 'granted' order by s.decided_at desc limit 1) as by
     from client c where c.practice_id = $1 and c.id = $2 for update of c`,
    [practiceId, clientId, what],
  );
  const [record] = rows;
  const isToDo = record !== undefined && !record.done;
  if (isToDo) {
    const run = (statement: string) => runWith(db, statement, { $1: practiceId, $2: clientId, $3: record.account });
    for (const statement of before) await run(statement);
    const counts: Record<string, number> = {};
    for (const [table, which] of steps) {
      const gone = await run(`delete from "${table}" where practice_id = $1 and ${which}`);
      if (gone > 0) counts[table] = (counts[table] ?? 0) + gone;
    }
    for (const statement of after) await run(statement);
    await db.query(
      "insert into erasure (practice_id, id, client_id, what, counts, erased_at) values ($1, gen_random_uuid(), $2, $3, $4, $5)",
      [practiceId, clientId, what, JSON.stringify(counts), at],
    );
    if (what === "person")
      await db.query(
        "insert into client_step (practice_id, id, client_id, kind, decided_by, decided_at) values ($1, gen_random_uuid(), $2, 'erased', $3, $4)",
        [practiceId, clientId, record.by ?? record.therapist, at],
      );
  }
  await db.query("reset role");
  if (isToDo) await leaveTraces(db, at);
  return isToDo;
}

/** PostgreSQL asks for the type of every parameter: only those that a statement names are given, numbered anew. */
async function runWith(db: ClientBase, statement: string, values: Record<string, string>): Promise<number> {
  const used = Object.keys(values).filter((name) => statement.includes(name));
  const text = used.reduce((all, name, i) => all.replaceAll(name, `$${i + 1}::uuid`), statement);
  const { rowCount } = await db.query(
    text,
    used.map((name) => values[name]),
  );
  return rowCount ?? 0;
}

/** The tables that the eraser removes rows of. */
export const erasedTables: readonly string[] = [...new Set([...person, ...safety].map(([table]) => table))].sort();
