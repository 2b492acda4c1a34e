import { and } from "drizzle-orm";
import { recordReading } from "@/db/audit";
import { client } from "@/db/schema/clients";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { connectionChecksOf, type DimensionSitting, dimensionSittings, type ReadCheck } from "./client-overview";
import { isMergedInto, type OtherRecord } from "./merged";

export type MeasuredElsewhere = OtherRecord & { checks: ReadCheck[]; sittings: DimensionSitting[] };

/**
 * What was measured on other records of the same person, merged into this one, each by itself: their weeks and their starts are
 * their own, so nothing is reckoned across. Nothing where a merge was taken back, or for who may not read the other record.
 */
export async function measuredElsewhere(scope: Scope<StaffActor>, clientId: string): Promise<MeasuredElsewhere[]> {
  const records = await scope.tx
    .select({ clientId: client.id, recordNumber: client.recordNumber })
    .from(client)
    .where(and(visibleClients(scope), isMergedInto(clientId)))
    .orderBy(client.recordNumber);
  const read = await atOnce(
    Object.fromEntries(
      records.map((record) => [
        record.clientId,
        atOnce({
          checks: connectionChecksOf(scope, record.clientId),
          sittings: dimensionSittings(scope, record.clientId),
        }),
      ]),
    ),
  );
  const measured = records.flatMap((record) => {
    const found = read[record.clientId];
    return found && found.checks.length + found.sittings.length > 0 ? [{ ...record, ...found }] : [];
  });
  for (const { clientId: id, checks } of measured) {
    const hasNotes = checks.some(({ note }) => note !== null);
    await recordReading(scope, ["clients.chart-read", ...(hasNotes ? (["clients.words-read"] as const) : [])], {
      id,
      clientId: id,
    });
  }
  return measured;
}
