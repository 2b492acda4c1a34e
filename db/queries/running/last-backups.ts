import { lastRuns } from "@/db/running-record";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

/** The last backup and the last drill of this installation, good and otherwise. */
export function getLastBackups({ actor, tx }: Scope<StaffActor>): ReturnType<typeof lastRuns> {
  authorize(actor, "practice.settings");
  return lastRuns(tx.$client);
}
