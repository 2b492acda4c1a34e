import { randomUUID } from "node:crypto";
import { getThresholds } from "@/db/queries/signals/thresholds";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { type Thresholds, thresholdKeys } from "@/lib/signals/thresholds";
import { recordAudit } from "../../audit";
import { signalThreshold } from "../../schema/signals";
import type { Scope } from "../../scope";
import { distrustRows } from "./keep-rows";

/** Sets the practice's own numbers: a row for each that is another one. Everybody is looked at anew from now on. */
export async function setThresholds(scope: Scope<StaffActor>, form: Thresholds): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  authorize(actor, "practice.settings");
  const before = await getThresholds(scope);
  const changed = thresholdKeys.filter((key) => form[key] !== before[key]);
  if (changed.length === 0) return;
  const rows = changed.map((key) => ({
    ...{ practiceId, id: randomUUID(), key, value: form[key], setBy: accountId, setAt: now },
  }));
  await tx.insert(signalThreshold).values(rows);
  await distrustRows(scope);
  await recordAudit(scope, "signals.thresholds-set", { id: rows[0]?.id ?? null });
}
