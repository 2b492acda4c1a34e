import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { currentLimits } from "@/db/queries/clients/consent";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { confidentialityLimits } from "../../schema/clients";
import type { Scope } from "../../scope";

/** The next version of the practice's limits of confidentiality. Earlier ones stay: somebody agreed to them. */
export async function setLimits(scope: Scope<StaffActor>, { words }: { words: string }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "practice.settings");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.practiceId}, 13))`);
  const current = await currentLimits(scope);
  if (current.words === words) return;
  const id = randomUUID();
  const row = { practiceId: actor.practiceId, id, version: current.version + 1 };
  await tx.insert(confidentialityLimits).values({ ...row, words, setBy: actor.accountId, setAt: now });
  await recordAudit(scope, "clients.limits-set", { id });
}
