import { and, desc, eq, isNull } from "drizzle-orm";
import { instrumentRead, protocolRead } from "@/db/definitions";
import { currentLimits } from "@/db/queries/clients/consent";
import { getReadingPage } from "@/db/queries/learn/readings";
import { offeredOf } from "@/db/queries/protocol/offered-versions";
import { ownProposalTexts } from "@/db/queries/safety/safety-proposals";
import { instrumentVersion } from "@/db/schema/assessments";
import { protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { ownProtocolKey } from "@/lib/protocol/version-name";
import type { ContentOf, ShippedKind } from "@/lib/shipped/kinds";

/** What a practice has in use in place of a thing that ships, and why something cannot be done with it now. */
export type InUse<K extends ShippedKind> = {
  own: ContentOf[K] | null;
  blocked: string | null;
  mergeWaits: string | null;
};

type Ask<K extends ShippedKind> = (scope: Scope<StaffActor>, key: string, isTaken: boolean) => Promise<InUse<K>>;

const free = { blocked: null, mergeWaits: null };

/** By kind: what is in use. Each asks the rows that its own pages ask. */
export const inUse: { readonly [K in ShippedKind]: Ask<K> } = {
  protocol: async ({ actor, tx }) => {
    const { key, publishedAt, discardedAt, practiceId } = protocolVersion;
    const [newest] = await tx
      .select({ key, definition: protocolRead })
      .from(protocolVersion)
      .where(offeredOf({ actor }))
      .orderBy(desc(publishedAt))
      .limit(1);
    const [draft] = await tx
      .select({ key })
      .from(protocolVersion)
      .where(and(eq(practiceId, actor.practiceId), isNull(publishedAt), isNull(discardedAt)))
      .limit(1);
    return {
      own: newest?.key === ownProtocolKey ? newest.definition : null,
      blocked: null,
      mergeWaits: draft ? "There is a draft already. Publish it or give it up under Protocol first." : null,
    };
  },
  instrument: async (scope, key, isTaken) => {
    const { published, draft } = await instrumentRows(scope, key);
    const newest = published ?? draft;
    if (newest && !isTaken)
      return {
        ...free,
        own: null,
        blocked: "Your practice has an assessment of its own under this name. Both cannot be kept.",
      };
    const isBegun = published !== null && draft !== null;
    return {
      ...free,
      own: newest?.instrument ?? null,
      blocked: isBegun ? "A new version of it is begun in your library. Publish that one first." : null,
    };
  },
  reading: async (scope, key) => {
    const status = await getReadingPage(scope, key).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    return { ...free, own: status?.isOwn ? status.current : null };
  },
  "panel-text": async (scope, key) => {
    const own = [...(await ownProposalTexts(scope))].find(([name]) => name === key)?.[1];
    return { ...free, own: own ? { title: own.title, words: own.words } : null };
  },
  limits: async (scope) => {
    const { version, words } = await currentLimits(scope);
    return { ...free, own: version === 0 ? null : { words } };
  },
};

/** The newest version of an instrument that is published, its draft, and the highest number that there was. */
export async function instrumentRows({ actor, tx }: Scope<StaffActor>, key: string) {
  const rows = await tx
    .select({
      id: instrumentVersion.id,
      version: instrumentVersion.version,
      instrument: instrumentRead,
      publishedAt: instrumentVersion.publishedAt,
      discardedAt: instrumentVersion.discardedAt,
    })
    .from(instrumentVersion)
    .where(and(eq(instrumentVersion.practiceId, actor.practiceId), eq(instrumentVersion.key, key)))
    .orderBy(desc(instrumentVersion.version));
  return {
    published: rows.find(({ publishedAt }) => publishedAt !== null) ?? null,
    draft: rows.find(({ publishedAt, discardedAt }) => publishedAt === null && discardedAt === null) ?? null,
    last: rows[0]?.version ?? 0,
  };
}
