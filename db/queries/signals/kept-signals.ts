import { and, eq, inArray, isNull } from "drizzle-orm";
import { signal } from "@/db/schema/signals";
import type { Scope } from "@/db/scope";
import type { KeptSignal } from "@/lib/signals/settle";

/** The signals of these clients that are not resolved, by client. Of who may read what nothing is in it. */
export async function keptSignals(
  { actor, tx }: Pick<Scope, "actor" | "tx">,
  ids: readonly string[],
): Promise<Map<string, KeptSignal[]>> {
  const rows = await tx
    .select({
      clientId: signal.clientId,
      id: signal.id,
      kind: signal.kind,
      key: signal.key,
      data: signal.data,
      isBoth: signal.isBoth,
      state: signal.state,
      openedAt: signal.openedAt,
      shownAt: signal.shownAt,
      hiddenUntil: signal.hiddenUntil,
    })
    .from(signal)
    .where(and(eq(signal.practiceId, actor.practiceId), inArray(signal.clientId, [...ids]), isNull(signal.resolvedAt)));
  const byClient = new Map<string, KeptSignal[]>(ids.map((id) => [id, []]));
  for (const { clientId, ...one } of rows) byClient.get(clientId)?.push(one);
  return byClient;
}
