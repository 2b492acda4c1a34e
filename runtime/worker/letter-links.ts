import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { tokenHash } from "@/db/commands/identity/one-time-token";
import { account, oneTimeLink, practice } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { isLinkKind, type LetterKind } from "@/lib/messages/letter-kinds";
import type { LetterLink } from "@/lib/messages/letter-shape";

/** For how long the links of these letters work, and in whose name they invite, by the link. */
export async function linksOf({ actor, tx }: Scope, claimed: readonly { kind: LetterKind; linkId: string }[]) {
  const ids = claimed.flatMap(({ kind, linkId }) => (isLinkKind(kind) ? [linkId] : []));
  if (ids.length === 0) return new Map<string, Omit<LetterLink, "token">>();
  const links = await tx
    .select({
      id: oneTimeLink.id,
      from: oneTimeLink.createdAt,
      until: oneTimeLink.endsAt,
      practice: practice.name,
      name: author.name,
    })
    .from(oneTimeLink)
    .innerJoin(practice, eq(practice.practiceId, oneTimeLink.practiceId))
    .leftJoin(author, and(eq(author.practiceId, oneTimeLink.practiceId), eq(author.id, oneTimeLink.createdBy)))
    .where(and(eq(oneTimeLink.practiceId, actor.practiceId), inArray(oneTimeLink.id, ids)));
  return new Map(
    links.map(({ id, from, until, name, ...one }) => [
      id,
      {
        minutes: Math.round((until.getTime() - from.getTime()) / 60_000),
        inviter: name ? `${name} of ${one.practice}` : one.practice,
      },
    ]),
  );
}

const author = alias(account, "author");

type Linked = { link: LetterLink | null; linkId: string };

/** From here on the link opens with what the letter carries too. False when it is over: then nothing is sent. */
export async function keepToken(scope: Scope<SystemActor>, { link, linkId }: Linked): Promise<boolean> {
  if (!link) return true;
  const { rowCount } = await scope.tx
    .update(oneTimeLink)
    .set({ mailedHash: tokenHash(link.token) })
    .where(and(eq(oneTimeLink.id, linkId), isOpenLink(scope)));
  return (rowCount ?? 0) > 0;
}

const isOpenLink = ({ actor, now }: Scope<SystemActor>) =>
  and(
    eq(oneTimeLink.practiceId, actor.practiceId),
    isNull(oneTimeLink.usedAt),
    isNull(oneTimeLink.withdrawnAt),
    gt(oneTimeLink.endsAt, now),
  );

/** The link of a letter with one, while it works. */
export const openLink = (scope: Scope<SystemActor>) =>
  scope.tx
    .select({ id: oneTimeLink.id })
    .from(oneTimeLink)
    .where(and(eq(oneTimeLink.id, outboxLetter.aboutId), isOpenLink(scope)));
