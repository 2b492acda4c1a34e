import type { ClientBase } from "pg";

type Only = { practiceId: string; table?: string; id?: string };

/**
 * As a disk or a lost key does it: one sign of every sealed value is another, of one practice and one row where they are named.
 * No rule of the tables stands in the way of who may say so. Answers how many values of which column.
 */
export async function damageWords(admin: ClientBase, only?: Only): Promise<Map<string, number>> {
  await admin.query("set session_replication_role = replica");
  const { rows } = await admin.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name like '%\\_sealed' and table_name = coalesce($1, table_name)`,
    [only?.table ?? null],
  );
  const damaged = new Map<string, number>();
  for (const { table_name: table, column_name: column } of rows) {
    const { rowCount } = await admin.query(
      `update "${table}" set "${column}" = left("${column}", -2) || case right("${column}", 2) when 'AA' then 'BB' else 'AA' end
        where "${column}" is not null and practice_id = coalesce($1, practice_id) ${only?.id ? "and id = $2" : ""}`,
      [only?.practiceId ?? null, ...(only?.id ? [only.id] : [])],
    );
    damaged.set(`${table}.${column.replace(/_sealed$/, "")}`, rowCount ?? 0);
  }
  await admin.query("set session_replication_role = origin");
  return damaged;
}
