import type { Thresholds } from "@/lib/signals/thresholds";
import { type LookedAt, lookedAt } from "./looked-at";
import { type Reading, readSignalRows, readVersions } from "./signal-rows";

/** What the signals of these clients rest on. Two statements, however many they are. */
export async function getSignalFacts(
  scope: Reading,
  ids: readonly string[],
  thresholds: Thresholds,
): Promise<LookedAt[]> {
  if (ids.length === 0) return [];
  const rows = await readSignalRows(scope, ids);
  const versions = await readVersions(scope, rows);
  return rows.map((row) => lookedAt(row, versions, thresholds, scope.now));
}
