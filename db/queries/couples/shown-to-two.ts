import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { sharedByBoth } from "@/lib/couples/share-decisions";
import type { PairRow } from "@/lib/couples/shared-scores";
import { initialsOfTwo } from "@/lib/format";
import { getCouple } from "./couple";
import { pictureOf } from "./couple-release";

export type ShownToTwo = {
  id: string;
  initials: [string, string];
  /** Whether the two may say how near they feel: a joint step like every other. */
  maySayNow: boolean;
  /** What was released to both, as far as both share it in this practice week; empty without. */
  rows: PairRow[];
};

/**
 * What two who sit in the room together look at: the same as each has in the portal, and nothing besides. Whatever is the reason,
 * nothing is there where joint steps are closed. Reading it is recorded as reading the couple.
 */
export async function getShownToTwo(scope: Scope<StaffActor>, coupleId: string): Promise<ShownToTwo> {
  const { id, isOpen, first, second, release } = await getCouple(scope, coupleId);
  const both = sharedByBoth(first.shares, second.shares);
  const items = isOpen && release ? release.items.filter((item) => both.includes(item)) : [];
  return {
    id,
    initials: initialsOfTwo(first.header.name, second.header.name),
    maySayNow: isOpen,
    rows: release && items.length > 0 ? await pictureOf(scope, release, items) : [],
  };
}
