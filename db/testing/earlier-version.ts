import type { Pool } from "pg";
import { takeShipped } from "@/db/commands/shipped/take-shipped";
import { listOffers } from "@/db/queries/shipped/offers";
import { type Scope, withScope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { editionOf } from "@/lib/shipped/editions";
import type { ShippedKind } from "@/lib/shipped/kinds";
import type { TakingForm } from "@/lib/shipped/taking-form";
import { withClient } from "@/runtime/roles";
import { adminUrl } from "./database";
import { later } from "./own-protocol";

type Practice = { practiceId: string };

/**
 * As if the practice had taken an earlier version, with these words: what Nearer ships now is newer. Rows that a practice
 * took never change, so that only an administrator can do this.
 */
export async function holdEarlier(
  { practiceId }: Practice,
  kind: ShippedKind,
  key: string,
  { version = 0, content }: { version?: number; content?: unknown } = {},
): Promise<void> {
  const words = content === undefined ? null : JSON.stringify(content);
  await withClient(adminUrl(), async (admin) => {
    const { rowCount } = await admin.query(
      `update shipped_taken set version = $4, content = coalesce($5::jsonb, content)
        where practice_id = $1 and kind = $2 and key = $3`,
      [practiceId, kind, key, version, words],
    );
    if (!rowCount) throw new Error(`The practice holds no ${kind} "${key}".`);
  });
}

/** As if this had not shipped when the practice was made; an instrument of its own may have its name. */
export async function neverHad(
  { practiceId }: Practice,
  kind: ShippedKind,
  key: string,
  { hasItsOwn = false } = {},
): Promise<void> {
  await withClient(adminUrl(), async (admin) => {
    await admin.query("delete from shipped_taken where practice_id = $1 and kind = $2 and key = $3", [
      ...[practiceId, kind, key],
    ]);
    if (kind === "instrument" && !hasItsOwn)
      await admin.query("delete from instrument_version where practice_id = $1 and key = $2", [practiceId, key]);
  });
}

/** The owner's steps with what is offered, a while after everything else of a test. */
export function taking(pool: Pool) {
  const at = new Date(later.getTime() + 60_000);
  const as = <T>(actor: StaffActor, work: (scope: Scope<StaffActor>) => Promise<T>) => withScope(pool, actor, at, work);
  const form = (kind: ShippedKind, key: string, way: TakingForm["way"] = "take"): TakingForm => ({
    ...{ kind, key, way },
    version: editionOf(kind, key).version,
  });
  const take = (actor: StaffActor, ...of: Parameters<typeof form>) =>
    as(actor, (scope) => takeShipped(scope, form(...of)));
  return { at, as, form, take, offers: (actor: StaffActor) => as(actor, listOffers) };
}
