import { and, eq, inArray } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { sharedByBoth } from "@/lib/couples/share-decisions";
import { isShownAlone, type ShareItem } from "@/lib/couples/share-items";
import { isNothing, type PairRow, type SharedView } from "@/lib/couples/shared-scores";
import { type CurrentRelease, currentRelease, pictureOf } from "./couple-release";
import { getOwnCouple, type OwnCouple } from "./own-couple";
import { sharedItemsOf } from "./share-decisions";
import { sharedViewOf } from "./shared-view";

export type Together = {
  /** What the partner shows, or null. */
  fromPartner: { name: string; view: SharedView } | null;
  /** What the therapist released to both, or null. */
  picture: { firstName: string; secondName: string; rows: PairRow[]; words: string } | null;
};

/**
 * What the person who asks may see of their partner in this practice week. Not linked, a gate that is not clear, never shared,
 * stopped, and nothing there yet are one and the same: two nulls. Seeing something of the other is recorded.
 */
export async function getTogether(scope: Scope<ClientActor>): Promise<Together> {
  const own = await getOwnCouple(scope);
  if (!own?.isOpen) return { fromPartner: null, picture: null };
  const { id: coupleId, partnerId, began } = own;
  const { theirs, mine, release, names } = await atOnce({
    theirs: sharedItemsOf(scope, { coupleId, clientId: partnerId, began }),
    mine: sharedItemsOf(scope, { coupleId, clientId: scope.actor.clientId, began }),
    release: currentRelease(scope, coupleId),
    names: namesOf(scope, own),
  });
  const { view, picture } = await atOnce({
    view: sharedViewOf(scope, partnerId, theirs.filter(isShownAlone), own.zone),
    picture: release && releasedPicture(scope, own, { release, both: sharedByBoth(mine, theirs), names }),
  });
  const fromPartner = isNothing(view) ? null : { name: own.partnerName, view };
  if (fromPartner || picture) await recordAudit(scope, "couples.shared-read", { id: own.id, clientId: own.partnerId });
  return { fromPartner, picture };
}

async function releasedPicture(
  scope: Scope<ClientActor>,
  own: OwnCouple,
  { release, both, names }: { release: CurrentRelease; both: readonly ShareItem[]; names: ReadonlyMap<string, string> },
): Promise<Together["picture"]> {
  const items = release.items.filter((item) => both.includes(item));
  if (items.length === 0) return null;
  const rows = await pictureOf(scope, release, items);
  if (rows.length === 0) return null;
  return {
    firstName: names.get(own.firstClientId) ?? "",
    secondName: names.get(own.secondClientId) ?? "",
    rows,
    words: release.words,
  };
}

async function namesOf({ actor, tx }: Scope, { firstClientId, secondClientId }: OwnCouple) {
  const rows = await tx
    .select({ id: client.id, name: account.name })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(eq(client.practiceId, actor.practiceId), inArray(client.id, [firstClientId, secondClientId])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
