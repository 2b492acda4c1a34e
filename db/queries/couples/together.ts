import { and, eq, inArray } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { sharedByBoth } from "@/lib/couples/share-decisions";
import { isShownAlone } from "@/lib/couples/share-items";
import { isNothing, type PairRow, type SharedView } from "@/lib/couples/shared-scores";
import { currentRelease, pictureOf } from "./couple-release";
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
  const theirs = await sharedItemsOf(scope, { coupleId: own.id, clientId: own.partnerId, began: own.began });
  const view = await sharedViewOf(scope, own.partnerId, theirs.filter(isShownAlone), own.zone);
  const picture = await releasedPicture(scope, own, theirs);
  const fromPartner = isNothing(view) ? null : { name: own.partnerName, view };
  if (fromPartner || picture) await recordAudit(scope, "couples.shared-read", { id: own.id, clientId: own.partnerId });
  return { fromPartner, picture };
}

async function releasedPicture(
  scope: Scope<ClientActor>,
  own: OwnCouple,
  theirs: Awaited<ReturnType<typeof sharedItemsOf>>,
): Promise<Together["picture"]> {
  if (theirs.length === 0) return null;
  const release = await currentRelease(scope, own.id);
  if (!release) return null;
  const both = sharedByBoth(
    await sharedItemsOf(scope, { coupleId: own.id, clientId: scope.actor.clientId, began: own.began }),
    theirs,
  );
  const items = release.items.filter((item) => both.includes(item));
  const rows = await pictureOf(scope, release, items);
  if (rows.length === 0) return null;
  const names = await namesOf(scope, own);
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
