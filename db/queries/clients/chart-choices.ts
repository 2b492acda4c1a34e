import { and, asc, eq } from "drizzle-orm";
import { chartChoice } from "@/db/schema/chart-choice";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";

/** The charts that the person who asks reads as tables. */
export async function ownChartTables({ actor, tx }: Scope<StaffActor | ClientActor>): Promise<string[]> {
  const rows = await tx
    .select({ chart: chartChoice.chart })
    .from(chartChoice)
    .where(
      and(
        eq(chartChoice.practiceId, actor.practiceId),
        eq(chartChoice.accountId, actor.accountId),
        eq(chartChoice.asTable, true),
      ),
    )
    .orderBy(asc(chartChoice.chart));
  return rows.map(({ chart }) => chart);
}
