import { and, eq, ne } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor, SystemActor } from "@/lib/actor";

/** Who asked for a file, as somebody who reads clients; null where they have no access any more. */
export async function askerOf({ actor, tx }: Scope<SystemActor>, accountId: string): Promise<StaffActor | null> {
  const [row] = await tx
    .select({ name: account.name, zone: account.zone, role: account.role })
    .from(account)
    .where(
      and(
        eq(account.practiceId, actor.practiceId),
        eq(account.id, accountId),
        ne(account.role, "client"),
        hasAccess(account.practiceId, account.id),
      ),
    );
  if (!row || row.role === "client") return null;
  return { ...row, role: row.role, kind: "staff", practiceId: actor.practiceId, accountId, sessionId: "" };
}
