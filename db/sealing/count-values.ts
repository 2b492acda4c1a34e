import type { Scope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { takeResealer } from "./resealer";
import type { SealedTable } from "./sealed-tables";

/** How many sealed values a table has of one key. */
export type KeyCount = { table: string; key: string; values: number };

/** Of one practice, in one statement. Nothing is opened for it. */
export async function countValues(
  { actor, tx }: Scope<SystemActor>,
  tables: readonly SealedTable[],
): Promise<KeyCount[]> {
  await takeResealer(tx.$client);
  const each = tables.flatMap(({ table, texts }) =>
    texts.map(
      ({ text }) =>
        `select '${table}' as "table", split_part(left(${text}, 24), '.', 2) as key from "${table}" where practice_id = $1 and ${text} is not null`,
    ),
  );
  const { rows } = await tx.$client.query<KeyCount>(
    `select "table", key, count(*)::int as values from (${each.join(" union all ")}) v group by 1, 2 order by 1, 2`,
    [actor.practiceId],
  );
  await tx.$client.query("reset role");
  return rows;
}
