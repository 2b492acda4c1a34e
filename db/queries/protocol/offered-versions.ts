import { and, desc, eq, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { protocolArchiving, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { versionName } from "@/lib/protocol/version-name";

const archiving = alias(protocolArchiving, "archiving");

/** The newest word of the practice about a version, in the statement that reads it. */
export const isVersionArchived = qualified<boolean>`coalesce((select ${archiving.isArchived} from ${protocolArchiving} ${archiving}
  where ${archiving.practiceId} = ${protocolVersion.practiceId} and ${archiving.versionId} = ${protocolVersion.id}
  order by ${archiving.decidedAt} desc, ${archiving.id} desc limit 1), false)`;

/** Published and not put away: what a path can begin on or be moved to. The newest comes first. */
export const offeredOf = ({ actor }: Pick<Scope, "actor">) =>
  and(
    eq(protocolVersion.practiceId, actor.practiceId),
    isNotNull(protocolVersion.publishedAt),
    qualified`not ${isVersionArchived}`,
  );

/** The version on which new clients start: what a draft is compared with before it is published. */
export async function newestOffered(scope: Scope<StaffActor>): Promise<ProtocolVersion | null> {
  authorize(scope.actor, "protocol.edit");
  const [row] = await scope.tx
    .select({ definition: protocolRead })
    .from(protocolVersion)
    .where(offeredOf(scope))
    .orderBy(desc(protocolVersion.publishedAt))
    .limit(1);
  return row?.definition ?? null;
}

export type OfferedVersion = { id: string; name: string; version: ProtocolVersion };

/** Versions that an enrolment may begin on or be moved to, the newest first. */
export async function offeredVersions(scope: Scope<StaffActor>): Promise<OfferedVersion[]> {
  authorize(scope.actor, "clients.read");
  const { id, key, title, version, publishedAt } = protocolVersion;
  const rows = await scope.tx
    .select({ id, key, title, version, definition: protocolRead })
    .from(protocolVersion)
    .where(offeredOf(scope))
    .orderBy(desc(publishedAt));
  return rows.map(({ definition, ...row }) => ({ id: row.id, name: versionName(row), version: definition }));
}
