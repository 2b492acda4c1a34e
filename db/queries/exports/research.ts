import { and, desc, eq, gt } from "drizzle-orm";
import { recordAudit } from "@/db/audit";
import { unbox } from "@/db/boxed";
import { researchExport, researchExportPrivateKey, researchExportPurpose, researchFile } from "@/db/schema/exports";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import type { ResearchColumn, ResearchFile, ResearchPart, SmallGroup } from "@/lib/exports/research";
import { authorize } from "@/lib/policy";

export type AskedResearch = {
  id: string;
  columns: ResearchColumn[];
  parts: ResearchPart[];
  purpose: string;
  by: string;
  askedAt: Date;
  /** How many people were looked at, of how many; null before a worker took it up. */
  done: number;
  total: number | null;
  endedAt: Date | null;
  refusal: SmallGroup["about"][] | null;
  people: number | null;
  /** For whoever asked, while it can be taken. */
  file: { bytes: number; endsAt: Date } | null;
};

/** What was asked for, the newest first, with what became of it. */
export async function listResearch({ actor, tx, now }: Scope<StaffActor>): Promise<AskedResearch[]> {
  authorize(actor, "exports.research");
  const { practiceId, accountId } = actor;
  const rows = await tx
    .select({
      ...{ id: researchExport.id, columns: researchExport.columns, parts: researchExport.parts },
      ...{ purposeSealed: researchExport.purposeSealed, by: account.name, byId: researchExport.askedBy },
      ...{ askedAt: researchExport.askedAt, done: researchExport.done, total: researchExport.total },
      ...{ endedAt: researchExport.endedAt, refusal: researchExport.refusal, people: researchExport.people },
      ...{ bytes: researchFile.bytes, endsAt: researchFile.endsAt },
    })
    .from(researchExport)
    .innerJoin(account, and(eq(account.practiceId, researchExport.practiceId), eq(account.id, researchExport.askedBy)))
    .leftJoin(
      researchFile,
      and(
        eq(researchFile.practiceId, researchExport.practiceId),
        eq(researchFile.id, researchExport.id),
        gt(researchFile.endsAt, now),
      ),
    )
    .where(eq(researchExport.practiceId, practiceId))
    .orderBy(desc(researchExport.askedAt), desc(researchExport.id))
    .limit(12);
  return rows.map(({ purposeSealed, byId, bytes, endsAt, ...row }) => ({
    ...row,
    purpose: researchExportPurpose.read(purposeSealed, { practiceId, id: row.id }),
    file: bytes !== null && endsAt !== null && byId === accountId ? { bytes, endsAt } : null,
  }));
}

/** One such file, for who asked for it. Taking it is recorded. */
export async function takeResearch(
  scope: Scope<StaffActor>,
  id: string,
): Promise<{ file: ResearchFile; askedAt: Date; hasMark: boolean }> {
  const { actor, tx, now } = scope;
  authorize(actor, "exports.research");
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      ...{ content: researchFile.content, privateKeySealed: researchExport.privateKeySealed },
      ...{ askedAt: researchExport.askedAt, hasMark: researchExport.hasMark },
    })
    .from(researchFile)
    .innerJoin(
      researchExport,
      and(eq(researchExport.practiceId, researchFile.practiceId), eq(researchExport.id, researchFile.id)),
    )
    .where(
      and(
        eq(researchFile.practiceId, practiceId),
        eq(researchFile.id, id),
        eq(researchExport.askedBy, actor.accountId),
        gt(researchFile.endsAt, now),
      ),
    );
  if (!row) throw new NotFound();
  await recordAudit(scope, "exports.research-taken", { id });
  const key = researchExportPrivateKey.ifOpens(row.privateKeySealed, { practiceId, id });
  if (key === undefined) throw new NotFound();
  const file = JSON.parse((await unbox(row.content, key)).toString("utf8")) as ResearchFile;
  return { file, askedAt: row.askedAt, hasMark: row.hasMark };
}
