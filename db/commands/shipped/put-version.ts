import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { instrumentRows, inUse } from "@/db/queries/shipped/in-use";
import type { StaffActor } from "@/lib/actor";
import type { Instrument } from "@/lib/assessments/instrument";
import { Refused } from "@/lib/errors";
import { whyNotPublishable } from "@/lib/instruments/assignable";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { ownProtocolKey } from "@/lib/protocol/version-name";
import { withOwnWording } from "@/lib/shipped/instrument-taking";
import { mergedProtocol } from "@/lib/shipped/protocol-merge";
import { instrumentVersion } from "../../schema/assessments";
import { protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

/** The number of the next version under a key. */
async function nextVersion({ actor, tx }: Scope<StaffActor>, key: string): Promise<number> {
  const [last] = await tx
    .select({ version: sql<number>`coalesce(max(${protocolVersion.version}), 0)::int` })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(protocolVersion.key, key)));
  return (last?.version ?? 0) + 1;
}

/** The shipped version as it is, published: new clients start on it. Enrolments that run keep theirs. */
export async function addShippedProtocol(
  scope: Scope<StaffActor>,
  shippedVersion: number,
  definition: ProtocolVersion,
): Promise<{ protocolVersionId: string }> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  const { key, title } = definition;
  const version = Math.max(shippedVersion, await nextVersion(scope, key));
  await tx.insert(protocolVersion).values({
    ...{ practiceId: actor.practiceId, id, key, version, title, definition },
    ...{ publishedAt: now, publishedBy: actor.accountId, createdBy: actor.accountId, createdAt: now },
  });
  return { protocolVersionId: id };
}

/** A draft of the practice's own with what Nearer changed in it. Nobody starts on it before it is published. */
export async function addMergedDraft(
  scope: Scope<StaffActor>,
  base: ProtocolVersion,
  shipped: ProtocolVersion,
): Promise<{ protocolVersionId: string }> {
  const { actor, tx, now } = scope;
  const { own } = await inUse.protocol(scope, shipped.key, true);
  const definition = own && mergedProtocol({ base, own, shipped });
  if (!definition)
    throw new Refused("The changes do not fit into your own version. Take it as it ships, or keep yours.");
  const id = randomUUID();
  await tx.insert(protocolVersion).values({
    ...{ practiceId: actor.practiceId, id, key: ownProtocolKey, version: await nextVersion(scope, ownProtocolKey) },
    ...{ title: definition.title, definition, publishedAt: null, createdBy: actor.accountId, createdAt: now },
  });
  return { protocolVersionId: id };
}

/**
 * The next version of an instrument, with the practice's own wording in it. It is published when nothing is left to say
 * about it, and otherwise a draft. Where nothing was published yet, the one draft becomes it.
 */
export async function putInstrument(
  scope: Scope<StaffActor>,
  shipped: Instrument,
): Promise<{ instrumentVersionId: string }> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const { published, draft, last } = await instrumentRows(scope, shipped.key);
  const own = published ?? draft;
  const number = draft ? draft.version : last === 0 ? shipped.version : last + 1;
  const definition = own ? withOwnWording(shipped, own.instrument, number) : shipped;
  const { title } = definition;
  const isReady = whyNotPublishable(definition) === null;
  const publishing = isReady ? { publishedAt: now, publishedBy: actor.accountId } : {};
  if (draft) {
    const mine = and(eq(instrumentVersion.practiceId, practiceId), eq(instrumentVersion.id, draft.id));
    await tx
      .update(instrumentVersion)
      .set({ title, definition })
      .where(and(mine, isNull(instrumentVersion.publishedAt)));
    return { instrumentVersionId: draft.id };
  }
  const id = randomUUID();
  await tx.insert(instrumentVersion).values({
    ...{ practiceId, id, key: shipped.key, version: number, title, definition, createdAt: now },
    ...publishing,
  });
  return { instrumentVersionId: id };
}
