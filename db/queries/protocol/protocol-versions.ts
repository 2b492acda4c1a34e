import { createHash } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { alias } from "drizzle-orm/pg-core";
import { protocolRead } from "@/db/definitions";
import { qualified } from "@/db/qualified";
import { account } from "@/db/schema/identity";
import { enrolment, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { sizeWords } from "@/lib/protocol/version-changes";
import { ownProtocolKey, versionName } from "@/lib/protocol/version-name";
import { isVersionArchived } from "./offered-versions";

const author = alias(account, "a");
const enrolmentRow = alias(enrolment, "e");
const later = alias(enrolment, "later");

/** Which state of a draft a form was opened on: it changes with every word of the definition. */
export function revisionOf(definition: ProtocolVersion): string {
  return createHash("sha256").update(JSON.stringify(definition)).digest("hex").slice(0, 16);
}

export type ProtocolVersionRow = {
  id: string;
  name: string;
  publishedAt: Date | null;
  publishedBy: string | null;
  createdAt: Date;
  createdBy: string | null;
  size: string;
  isOwn: boolean;
  /** Whether it is put away: nobody new begins on it. */
  isArchived: boolean;
  /** Clients whose path is on it now. */
  enrolments: number;
};

const nameOf = (id: PgColumn) =>
  qualified<
    string | null
  >`(select ${author.name} from ${account} ${author} where ${author.practiceId} = ${protocolVersion.practiceId} and ${author.id} = ${id})`;

/** Every version of the practice, the newest first, by whom, and how many clients are on it. Drafts that were given up are left out. */
export async function listProtocolVersions({ actor, tx }: Scope<StaffActor>): Promise<ProtocolVersionRow[]> {
  authorize(actor, "protocol.edit");
  const { id, key, title, version, publishedAt, publishedBy, createdAt, createdBy } = protocolVersion;
  const rows = await tx
    .select({
      id,
      key,
      title,
      version,
      publishedAt,
      publishedBy: nameOf(publishedBy),
      createdAt,
      createdBy: nameOf(createdBy),
      definition: protocolRead,
      isArchived: isVersionArchived,
      enrolments: qualified<number>`(select count(*)::int from ${enrolment} ${enrolmentRow}
        where ${enrolmentRow.practiceId} = ${protocolVersion.practiceId} and ${enrolmentRow.protocolVersionId} = ${protocolVersion.id}
          and not exists (select 1 from ${enrolment} ${later} where ${later.practiceId} = ${enrolmentRow.practiceId}
            and ${later.clientId} = ${enrolmentRow.clientId} and ${later.startDate} > ${enrolmentRow.startDate}))`,
    })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNull(protocolVersion.discardedAt)))
    .orderBy(sql`${publishedAt} desc nulls first`, desc(version));
  return rows.map(({ key: series, title: name, version: number, definition: content, ...row }) => ({
    ...row,
    isOwn: series === ownProtocolKey,
    name: versionName({ key: series, title: name, version: number }),
    size: sizeWords(content),
  }));
}

/** One version with all that is in it, and the revision that a form about it sends back. */
export async function getProtocolVersion({ actor, tx }: Scope<StaffActor>, versionId: string) {
  authorize(actor, "protocol.edit");
  const { id, key, title, version, publishedAt } = protocolVersion;
  const [row] = await tx
    .select({ id, key, title, version, publishedAt, definition: protocolRead })
    .from(protocolVersion)
    .where(
      and(eq(protocolVersion.practiceId, actor.practiceId), eq(id, versionId), isNull(protocolVersion.discardedAt)),
    );
  if (!row) throw new NotFound();
  return {
    ...row,
    revision: revisionOf(row.definition),
    name: versionName(row),
  };
}
