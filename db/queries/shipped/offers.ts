import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { instrumentVersion } from "@/db/schema/assessments";
import { account } from "@/db/schema/identity";
import { protocolVersion } from "@/db/schema/protocol";
import { shippedTaken } from "@/db/schema/shipped";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { type ContentOf, readContent, type ShippedKind } from "@/lib/shipped/kinds";
import { type Holding, type Offer, offerOf } from "@/lib/shipped/offer";
import { type Shipped, shippedContent, shippedOf } from "@/lib/shipped/shipped-content";
import type { TakingWay } from "@/lib/shipped/taking-form";
import { inUse } from "./in-use";
import { isPresent, presentVersions } from "./taken-words";

const protocolRow = alias(protocolVersion, "p");
const instrumentRow = alias(instrumentVersion, "i");
/** A version whose draft was given up afterwards was not taken after all. */
const isGivenUp = qualified<boolean>`exists (select 1 from ${protocolVersion} ${protocolRow}
  where ${protocolRow.practiceId} = ${shippedTaken.practiceId} and ${protocolRow.id} = ${shippedTaken.protocolVersionId}
    and ${protocolRow.discardedAt} is not null)`;

/** How many things are offered: what stands beside the owner's way to them. Nobody else is offered anything. */
export async function countOffers({ actor, tx }: Scope<StaffActor>): Promise<number> {
  authorize(actor, "practice.settings");
  const [row] = await tx
    .select({ present: sql<number>`count(distinct (${shippedTaken.kind}, ${shippedTaken.key}))::int` })
    .from(shippedTaken)
    .where(and(eq(shippedTaken.practiceId, actor.practiceId), isPresent, sql`not ${isGivenUp}`));
  return presentVersions.length - (row?.present ?? 0);
}

type Newest = { version: number; content: unknown };

/** By kind and key the newest version that the practice took or looked at, with its words where it is not the present one. */
async function newestTaken({ actor, tx }: Scope<StaffActor>, only?: Shipped): Promise<Map<string, Newest>> {
  const { kind, key, version, content, practiceId, takenAt } = shippedTaken;
  const rows = await tx
    .selectDistinctOn([kind, key], {
      ...{ kind, key, version },
      content: qualified<unknown>`case when ${isPresent} then null else coalesce(${content},
        (select ${instrumentRow.definition} from ${instrumentVersion} ${instrumentRow}
          where ${instrumentRow.practiceId} = ${practiceId} and ${instrumentRow.id} = ${shippedTaken.instrumentVersionId}),
        (select ${protocolRow.definition} from ${protocolVersion} ${protocolRow}
          where ${protocolRow.practiceId} = ${practiceId} and ${protocolRow.id} = ${shippedTaken.protocolVersionId})) end`,
    })
    .from(shippedTaken)
    .where(
      and(
        eq(practiceId, actor.practiceId),
        sql`not ${isGivenUp}`,
        only && eq(kind, only.kind),
        only && eq(key, only.key),
      ),
    )
    .orderBy(kind, key, desc(version), desc(takenAt));
  return new Map(rows.map((row) => [`${row.kind} ${row.key}`, row]));
}

async function offerFor<K extends ShippedKind>(
  scope: Scope<StaffActor>,
  shipped: Shipped<K>,
  newest: Newest | undefined,
): Promise<Offer | null> {
  const { kind, key, edition } = shipped as Shipped;
  if (newest && newest.version >= edition.version) return null;
  const taken = newest && { version: newest.version, content: readContent[kind](newest.content) as ContentOf[K] };
  const used = await inUse[kind](scope, key, taken !== undefined);
  return offerOf(shipped, { ...(used as Omit<Holding<K>, "taken">), taken: taken ?? null });
}

/** What is offered of one thing: null where there is nothing newer than the practice has, undefined where nothing ships so. */
export async function findOffer(scope: Scope<StaffActor>, kind: ShippedKind, key: string) {
  authorize(scope.actor, "practice.settings");
  const shipped = shippedOf(kind, key);
  if (!shipped) return undefined;
  const newest = (await newestTaken(scope, shipped)).get(`${kind} ${key}`);
  const offer = await offerFor(scope, shipped, newest);
  return { shipped, base: offer && newest ? readContent[kind](newest.content) : null, offer };
}

/** Everything that is offered to the practice, what concerns safety first. */
export async function listOffers(scope: Scope<StaffActor>): Promise<Offer[]> {
  authorize(scope.actor, "practice.settings");
  const newest = await newestTaken(scope);
  const offers: Offer[] = [];
  for (const one of shippedContent) {
    const offer = await offerFor(scope, one, newest.get(`${one.kind} ${one.key}`));
    if (offer) offers.push(offer);
  }
  return offers.toSorted((a, b) => Number(b.isSafety) - Number(a.isSafety));
}

export type Taken = {
  id: string;
  kind: ShippedKind;
  title: string;
  version: number;
  way: TakingWay;
  by: string;
  at: Date;
};

/** What the owner did with offers before, the newest first. */
export async function listTaken({ actor, tx }: Scope<StaffActor>): Promise<Taken[]> {
  authorize(actor, "practice.settings");
  const { id, kind, key, version, way, takenAt, takenBy, practiceId } = shippedTaken;
  const rows = await tx
    .select({ id, kind, key, version, way, by: account.name, at: takenAt })
    .from(shippedTaken)
    .innerJoin(account, and(eq(account.practiceId, practiceId), eq(account.id, takenBy)))
    .where(and(eq(practiceId, actor.practiceId), isNotNull(takenBy)))
    .orderBy(desc(takenAt))
    .limit(50);
  return rows.map(({ key: name, ...row }) => ({ ...row, title: shippedOf(row.kind, name)?.title ?? name }));
}
