import { and, desc, eq, or } from "drizzle-orm";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { linkFollowUp, linkFollowUpReason } from "@/db/schema/link-follow-up";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import {
  type FollowUpItem,
  type FollowUpOutcome,
  followUpEnds,
  followUpItems,
  isFollowedUp,
} from "@/lib/couples/link-follow-up";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";

export type FollowUpAnswer = {
  id: string;
  outcome: FollowUpOutcome;
  reason: string | null;
  byName: string;
  answeredAt: Date;
};

export type LinkFollowUp = {
  coupleId: string;
  endedOn: string;
  /** The agreed day from which their own pages read as without a partner, and whether it has come. */
  shownOn: string | null;
  isShown: boolean;
  /** The last day on which the panel asks is the one before. */
  endsOn: string;
  items: { item: FollowUpItem; answer: FollowUpAnswer | null }[];
  mayChange: boolean;
};

/**
 * What is asked about one person for three months after their newest link ended; null before and afterwards, and while they
 * are linked again. Of the other of the two nothing is read here.
 */
export async function getLinkFollowUp(scope: Scope<StaffActor>, clientId: string): Promise<LinkFollowUp | null> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.read");
  const { people, links } = await atOnce({
    people: tx
      .select({ zone: client.zone, mayChange: visibleClients(scope, "change").mapWith(Boolean) })
      .from(client)
      .where(and(visibleClients(scope), eq(client.id, clientId))),
    links: tx
      .select({ id: couple.id, endedAt: couple.endedAt, shownOn: couple.endShownOn, zone: couple.zone })
      .from(couple)
      .where(
        and(
          eq(couple.practiceId, actor.practiceId),
          or(eq(couple.firstClientId, clientId), eq(couple.secondClientId, clientId)),
        ),
      )
      .orderBy(desc(couple.linkedAt))
      .limit(1),
  });
  const [row] = people;
  if (!row) throw new NotFound();
  const [newest] = links;
  const endedOn = newest?.endedAt ? localDate(newest.endedAt, row.zone) : null;
  if (!newest || !endedOn || !isFollowedUp(endedOn, localDate(now, row.zone))) return null;
  const answers = await answersOf(scope, clientId, newest.id);
  return {
    ...{ shownOn: newest.shownOn, isShown: newest.shownOn !== null && newest.shownOn <= localDate(now, newest.zone) },
    ...{ coupleId: newest.id, endedOn, endsOn: followUpEnds(endedOn), mayChange: row.mayChange },
    items: followUpItems.map((item) => ({ item, answer: answers.get(item) ?? null })),
  };
}

/** The newest answer to each, where it was not taken back. */
async function answersOf({ actor, tx }: Scope, clientId: string, coupleId: string) {
  const { practiceId } = actor;
  const rows = await tx
    .selectDistinctOn([linkFollowUp.item], {
      ...{ id: linkFollowUp.id, item: linkFollowUp.item, outcome: linkFollowUp.outcome },
      ...{ reasonSealed: linkFollowUp.reasonSealed, byName: account.name, answeredAt: linkFollowUp.answeredAt },
    })
    .from(linkFollowUp)
    .innerJoin(account, and(eq(account.practiceId, linkFollowUp.practiceId), eq(account.id, linkFollowUp.answeredBy)))
    .where(
      and(
        eq(linkFollowUp.practiceId, practiceId),
        eq(linkFollowUp.clientId, clientId),
        eq(linkFollowUp.coupleId, coupleId),
      ),
    )
    .orderBy(linkFollowUp.item, desc(linkFollowUp.answeredAt));
  return new Map(
    rows
      .filter(({ outcome }) => outcome !== "open")
      .map(({ item, reasonSealed, ...row }) => [
        item,
        { ...row, reason: linkFollowUpReason.readOrNull(reasonSealed, { practiceId, id: row.id }) },
      ]),
  );
}
