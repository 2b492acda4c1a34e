import type { Scope } from "@/db/scope";
import { sealedBy, writingKey } from "@/db/sealed";
import type { SystemActor } from "@/lib/actor";
import { takeResealer } from "./resealer";
import type { SealedTable, SealedValue } from "./sealed-tables";

/** Rows of one transaction: few, so that nobody who writes to one of them waits. */
const rowsAtOnce = 25;

/** `last`: where the next batch goes on; null where this was the end. */
export type Batch = { changed: number; last: string | null };

/**
 * Seals anew what another key sealed in some rows of one table of this practice. A row that somebody is writing to is left for the
 * next time: this waits for nobody, so that nobody ever waits in a circle with it. What does not open stays as it is.
 */
export async function resealBatch(
  { actor, tx }: Scope<SystemActor>,
  { table, reads, texts, inside, valuesOf }: SealedTable,
  after: string | null,
): Promise<Batch> {
  const db = tx.$client;
  await takeResealer(db);
  const beginning = sealedBy(writingKey());
  const isOlder = texts.map(({ text }) => `left(${text}, ${beginning.length}) <> $3`).join(" or ");
  const { rows } = await db.query<Record<string, unknown> & { id: string }>(
    `select practice_id, id, ${reads} from "${table}" t
      where practice_id = $1 and ($2::uuid is null or id > $2) and (${isOlder})
      order by id limit ${rowsAtOnce} for no key update of t skip locked`,
    [actor.practiceId, after, beginning],
  );
  let changed = 0;
  for (const row of rows) {
    const anew = valuesOf(row).flatMap((value) => sealedAnew(value, beginning));
    if (anew.length === 0) continue;
    const values = anew.map((_, i) => `$${i + 3}::text`);
    const set = inside
      ? `${inside} = ${inside} || jsonb_build_object(${anew.map(({ field }, i) => `'${field}', ${values[i]}`).join(", ")})`
      : anew.map(({ field }, i) => `${field} = ${values[i]}`).join(", ");
    await db.query(`update "${table}" set ${set} where practice_id = $1 and id = $2`, [
      ...[actor.practiceId, row.id],
      ...anew.map(({ sealed }) => sealed),
    ]);
    changed += anew.length;
  }
  await db.query("reset role");
  return { changed, last: rows.length < rowsAtOnce ? null : (rows.at(-1)?.id ?? null) };
}

/** Nothing where the key that writes sealed it already, and where it does not open. */
function sealedAnew(
  { field, sealed, open, seal }: SealedValue,
  beginning: string,
): { field: string; sealed: string }[] {
  if (sealed.startsWith(beginning)) return [];
  try {
    return [{ field, sealed: seal(open()) }];
  } catch {
    return [];
  }
}
