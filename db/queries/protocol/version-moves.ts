import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { account } from "@/db/schema/identity";
import { enrolmentMove, enrolmentMoveReason, enrolmentMoveWords, protocolVersion } from "@/db/schema/protocol";
import type { Scope } from "@/db/scope";
import type { VersionMove } from "@/lib/protocol/version-move";
import { versionName } from "@/lib/protocol/version-name";

export type MoveRecord = VersionMove & {
  movedAt: Date;
  movedBy: string;
  from: string;
  to: string;
  reason: string;
  words: string | null;
};

const fromVersion = alias(protocolVersion, "from_version");

/** Every move of one enrolment to another version, and each that was taken back, oldest first. The caller has looked the client up. */
export async function movesOf({ actor, tx }: Scope, enrolmentId: string): Promise<MoveRecord[]> {
  const { practiceId } = actor;
  const { id, movedAt, effectiveOn, withdrawsId, reasonSealed, wordsSealed } = enrolmentMove;
  const rows = await tx
    .select({
      ...{ id, movedAt, effectiveOn, withdraws: withdrawsId, reasonSealed, wordsSealed },
      movedBy: account.name,
      from: { key: fromVersion.key, title: fromVersion.title, version: fromVersion.version },
      to: { key: protocolVersion.key, title: protocolVersion.title, version: protocolVersion.version },
    })
    .from(enrolmentMove)
    .innerJoin(account, and(eq(account.practiceId, enrolmentMove.practiceId), eq(account.id, enrolmentMove.movedBy)))
    .innerJoin(
      fromVersion,
      and(eq(fromVersion.practiceId, enrolmentMove.practiceId), eq(fromVersion.id, enrolmentMove.fromVersionId)),
    )
    .innerJoin(
      protocolVersion,
      and(eq(protocolVersion.practiceId, enrolmentMove.practiceId), eq(protocolVersion.id, enrolmentMove.toVersionId)),
    )
    .where(and(eq(enrolmentMove.practiceId, practiceId), eq(enrolmentMove.enrolmentId, enrolmentId)))
    .orderBy(asc(movedAt), asc(id));
  return rows.map(({ reasonSealed: reason, wordsSealed: words, from, to, ...row }) => ({
    ...row,
    from: versionName(from),
    to: versionName(to),
    reason: enrolmentMoveReason.read(reason, { practiceId, id: row.id }),
    words: enrolmentMoveWords.readOrNull(words, { practiceId, id: row.id }),
  }));
}
