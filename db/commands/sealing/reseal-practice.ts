import type { Pool } from "pg";
import { recordAudit } from "@/db/audit";
import { type Scope, withScope } from "@/db/scope";
import { countValues, type KeyCount } from "@/db/sealing/count-values";
import { type Batch, resealBatch } from "@/db/sealing/reseal-batch";
import { takeResealer } from "@/db/sealing/resealer";
import type { SealedTable } from "@/db/sealing/sealed-tables";
import type { SystemActor } from "@/lib/actor";

type Work = {
  /** As whoever keeps the database: its connections may take the resealer’s role. */
  keeper: Pool;
  practiceId: string;
  tables: readonly SealedTable[];
  clock: () => Date;
  /** Told of each batch that changed something, outside of its transaction. */
  tell: (counts: Record<string, number>) => Promise<void>;
  /** Between two transactions: false ends it, and the next time goes on from there. */
  goesOn: () => Promise<boolean>;
};

const systemOf = (practiceId: string): SystemActor => ({ kind: "system", role: "system", practiceId });

export const countOf = ({ keeper, practiceId, tables, clock }: Omit<Work, "goesOn" | "tell">): Promise<KeyCount[]> =>
  withScope(keeper, systemOf(practiceId), clock(), (scope) => countValues(scope, tables));

/**
 * Seals every value of a practice anew that another key sealed, a few rows in a transaction, with an entry at its beginning and at
 * its end. Answers how many.
 */
export async function resealPractice(work: Work): Promise<number> {
  const { keeper, practiceId, tables, clock, tell, goesOn } = work;
  const inside = <T>(run: (scope: Scope<SystemActor>) => Promise<T>): Promise<T> =>
    withScope(keeper, systemOf(practiceId), clock(), run);
  await inside((scope) => enter(scope, "sealing.begun"));
  let changed = 0;
  for (const table of tables) {
    let after: string | null = null;
    do {
      const last: string | null = after;
      const batch: Batch = await inside((scope) => resealBatch(scope, table, last));
      if (batch.changed > 0) await tell({ [table.table]: batch.changed });
      changed += batch.changed;
      after = batch.last;
      if (!(await goesOn())) return changed;
    } while (after !== null);
  }
  await inside((scope) => enter(scope, "sealing.ended"));
  return changed;
}

async function enter(scope: Scope<SystemActor>, action: "sealing.begun" | "sealing.ended"): Promise<void> {
  await takeResealer(scope.tx.$client);
  await recordAudit(scope, action, { id: scope.actor.practiceId });
  await scope.tx.$client.query("reset role");
}
