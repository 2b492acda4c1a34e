import type { Scope } from "@/db/scope";
import type { KnownKey, Resealing } from "@/db/sealing/resealing-record";
import { knownKeys, lastResealing } from "@/db/sealing/resealing-record";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

export type Sealing = { keys: KnownKey[]; last: Resealing | undefined };

/** By which keys this installation seals, and how the last sealing anew went. Names of keys alone. */
export async function getSealing({ actor, tx }: Scope<StaffActor>): Promise<Sealing> {
  authorize(actor, "practice.settings");
  return { keys: await knownKeys(tx.$client), last: await lastResealing(tx.$client) };
}
