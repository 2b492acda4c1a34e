import type { Client, ClientBase } from "pg";

/** The role that seals words anew under another key. Nobody signs in as it: whoever keeps the database takes it for a moment. */
export const resealerRole = "nearer_resealer";

/** Where a sealed value is bound to more than its row’s id: these columns are read beside it. */
export const boundTo: Readonly<Record<string, readonly string[]>> = {
  assessment_answer: ["assessment_id", "form", "item_id"],
  correction: ["check_id", "attempt_id", "move_id"],
  draft: ["account_id", "place", "version"],
};

/** What is sealed inside of another value: rows as they stood before somebody corrected them. */
const heldInside: Readonly<Record<string, string>> = { correction: "before" };

/** Beside tables with sealed columns: whose an early draft is, and that it was done. */
const besides: readonly (readonly [table: string, right: string])[] = [
  ["client", "select (practice_id, id, account_id)"],
  ["audit_entry", "insert"],
];

/**
 * It is inside one practice as everybody is, reads what a value is bound to, and may set sealed columns alone; what it sets them
 * to is judged by a trigger (resealing_keeps_words).
 */
export async function applyResealer(owner: Client): Promise<void> {
  await owner.query(`grant usage on schema public, nearer_meta to ${resealerRole}`);
  await owner.query(`grant select on nearer_meta.resealing to ${resealerRole}`);
  await owner.query(`grant execute on function door_all_practices() to ${resealerRole}`);
  const { rows } = await owner.query<{ table: string; sealed: string[] }>(
    `select c.relname as table, array_agg(quote_ident(a.attname)) as sealed from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_sealed' and a.attnum > 0 and not a.attisdropped
      group by 1`,
  );
  const held = Object.entries(heldInside).map(([table, column]) => ({ table, sealed: [column] }));
  for (const { table, sealed } of [...rows, ...held]) {
    const read = ["practice_id", "id", ...(boundTo[table] ?? []), ...sealed].join(", ");
    await letInside(owner, table, `select (${read}), update (${sealed.join(", ")})`);
    await owner.query(
      `create or replace trigger resealing_keeps_words before update on "${table}" for each row
         when (current_user = '${resealerRole}') execute function resealing_keeps_words()`,
    );
  }
  for (const [table, right] of besides) await letInside(owner, table, right);
}

async function letInside(owner: Client, table: string, right: string): Promise<void> {
  const mine = "practice_id = nullif(current_setting('app.practice_id', true), '')::uuid";
  await owner.query(`drop policy if exists resealer on "${table}"`);
  await owner.query(`create policy resealer on "${table}" to ${resealerRole} using (${mine}) with check (${mine})`);
  await owner.query(`grant ${right} on table "${table}" to ${resealerRole}`);
}

/** For the rest of this transaction. */
export const takeResealer = (db: Pick<ClientBase, "query">): Promise<unknown> =>
  db.query(`set local role ${resealerRole}`);
