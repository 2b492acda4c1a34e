import { createHash } from "node:crypto";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
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
import { versionName } from "@/lib/protocol/version-name";

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

/** The version on which new clients start: what a draft is compared with before it is published. */
export async function newestPublished({ actor, tx }: Scope<StaffActor>): Promise<ProtocolVersion | null> {
  authorize(actor, "protocol.edit");
  const [row] = await tx
    .select({ definition: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNotNull(protocolVersion.publishedAt)))
    .orderBy(desc(protocolVersion.publishedAt))
    .limit(1);
  return row?.definition ?? null;
}

export type PublishedVersion = { id: string; name: string; version: ProtocolVersion };

/** Versions that an enrolment may be on, the newest first. */
export async function publishedVersions({ actor, tx }: Scope<StaffActor>): Promise<PublishedVersion[]> {
  authorize(actor, "clients.read");
  const { id, key, title, version, publishedAt } = protocolVersion;
  const rows = await tx
    .select({ id, key, title, version, definition: protocolRead })
    .from(protocolVersion)
    .where(and(eq(protocolVersion.practiceId, actor.practiceId), isNotNull(publishedAt)))
    .orderBy(desc(publishedAt));
  return rows.map(({ definition, ...row }) => ({
    id: row.id,
    name: versionName(row),
    version: definition,
  }));
}
