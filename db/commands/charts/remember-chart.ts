import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { chartChoice } from "../../schema/chart-choice";
import type { Scope } from "../../scope";

export const chartShape = z.strictObject({
  chart: z.enum(["connection", "gaps", "trend", "strategies", "anxiety", "ratings", "own-connection"]),
  asTable: z.enum(["yes", "no"]),
});

/** How a person reads one kind of chart, for themself, from now on. */
export async function rememberChart(
  scope: Scope<StaffActor | ClientActor>,
  { chart, asTable }: z.infer<typeof chartShape>,
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.own-account");
  const { practiceId, accountId } = actor;
  const choice = { asTable: asTable === "yes", chosenAt: now };
  const [row] = await tx
    .insert(chartChoice)
    .values({ practiceId, id: randomUUID(), accountId, chart, ...choice })
    .onConflictDoUpdate({ target: [chartChoice.practiceId, chartChoice.accountId, chartChoice.chart], set: choice })
    .returning({ id: chartChoice.id });
  await recordAudit(scope, "account.chart-chosen", { id: row?.id ?? null });
}
