import { and, asc, eq } from "drizzle-orm";
import { caseloadLook, caseloadLookName } from "@/db/schema/caseload";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";

export type KeptLook = { id: string; name: string; query: string };

/** The looks of the caseload that the reader gave a name, the oldest first. */
export async function listLooks({ actor, tx }: Scope<StaffActor>): Promise<KeptLook[]> {
  authorize(actor, "clients.read");
  const { practiceId, accountId } = actor;
  const rows = await tx
    .select({ id: caseloadLook.id, name: caseloadLook.nameSealed, query: caseloadLook.query })
    .from(caseloadLook)
    .where(and(eq(caseloadLook.practiceId, practiceId), eq(caseloadLook.accountId, accountId)))
    .orderBy(asc(caseloadLook.keptAt), asc(caseloadLook.id));
  return rows.map(({ id, name, query }) => ({
    id,
    name: caseloadLookName.read(name, { practiceId, id }),
    query,
  }));
}
