import { and, eq, isNull } from "drizzle-orm";
import { readsPartnerOf } from "@/db/queries/safety/shared-class";
import type { StaffActor } from "@/lib/actor";
import { NotFound, Refused } from "@/lib/errors";
import type { SignalKind } from "@/lib/signals/kinds";
import { client } from "../../schema/clients";
import { signal } from "../../schema/signals";
import type { Scope } from "../../scope";
import { refreshSignals } from "./refresh-signals";

/** What was not on the page that somebody looked at is not answered by what they send from it. */
export function refuseUnseen({ key }: { key: string }, { seen }: { seen?: string | undefined }): void {
  if (seen !== undefined && seen !== key)
    throw new Refused(
      "Something about this has changed since you opened the page. Look at it again first; your words are still here.",
    );
}

/**
 * The signal of this kind as it stands now, also where time alone has changed it since it was kept. What would tell of the partner
 * is not there for who may not read them. The caller holds the client.
 */
export async function signalStanding(
  scope: Scope<StaffActor>,
  { clientId, kind }: { clientId: string; kind: SignalKind },
) {
  const { actor, tx } = scope;
  await refreshSignals(scope, [clientId]);
  const [found] = await tx
    .select({
      id: signal.id,
      key: signal.key,
      state: signal.state,
      hiddenUntil: signal.hiddenUntil,
      isBoth: signal.isBoth,
      zone: client.zone,
    })
    .from(signal)
    .innerJoin(client, and(eq(client.practiceId, signal.practiceId), eq(client.id, signal.clientId)))
    .where(
      and(
        eq(signal.practiceId, actor.practiceId),
        eq(signal.clientId, clientId),
        eq(signal.kind, kind),
        isNull(signal.resolvedAt),
      ),
    );
  if (!found || (found.isBoth && !(await readsPartnerOf(scope, clientId)))) throw new NotFound();
  return found;
}
