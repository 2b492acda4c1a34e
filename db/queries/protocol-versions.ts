import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { StaffActor } from "@/lib/domain/actor";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { enrolment, protocolVersion } from "../schema/protocol";
import type { Scope } from "../scope";

export type ProtocolVersionRow = {
  id: string;
  title: string;
  version: number;
  publishedAt: Date | null;
  createdAt: Date;
  enrolments: number;
};

/** Every version of the practice, the newest first, with how many enrolments are on it. */
export function listProtocolVersions({ actor, tx }: Scope<StaffActor>): Promise<ProtocolVersionRow[]> {
  authorize(actor, "protocol.edit");
  const { id, title, version, publishedAt, createdAt } = protocolVersion;
  return tx
    .select({
      id,
      title,
      version,
      publishedAt,
      createdAt,
      enrolments: sql<number>`(select count(*)::int from ${enrolment} e
        where e.practice_id = ${protocolVersion}.practice_id and e.protocol_version_id = ${protocolVersion}.id)`,
    })
    .from(protocolVersion)
    .where(eq(protocolVersion.practiceId, actor.practiceId))
    .orderBy(desc(createdAt), desc(version));
}

/** One version with all that is in it. */
export async function getProtocolVersion({ actor, tx }: Scope<StaffActor>, versionId: string) {
  authorize(actor, "protocol.edit");
  const { id, title, version, publishedAt, definition } = protocolVersion;
  const [row] = await tx
    .select({ id, title, version, publishedAt, definition })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), eq(id, versionId)));
  if (!row) throw new NotFound();
  return row;
}

export type PublishedVersion = { id: string; title: string; version: number };

/** Versions that an enrolment may be on, the newest first. */
export function publishedVersions({ actor, tx }: Scope<StaffActor>): Promise<PublishedVersion[]> {
  authorize(actor, "clients.read");
  const { id, title, version, publishedAt } = protocolVersion;
  return tx
    .select({ id, title, version })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNotNull(publishedAt)))
    .orderBy(desc(publishedAt));
}
