import { and, eq, ne, or, sql } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import { isUntold } from "@/db/queries/safety/escalation-order";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";

const mayKnow = (scope: Pick<Scope, "actor">, clientId: string) =>
  and(
    eq(client.practiceId, scope.actor.practiceId),
    eq(client.id, clientId),
    hasAccess(account.practiceId, account.id),
    or(eq(account.id, client.therapistId), sql`not ${isUntold(sql`${account.id}`)}`),
  );

/** Who is told that a record was opened in an emergency: its therapist and the owners, but for who is never to be told of it. */
export async function emergencyAccounts(scope: Scope, clientId: string): Promise<string[]> {
  const rows = await scope.tx
    .select({ id: account.id })
    .from(client)
    .innerJoin(
      account,
      and(eq(account.practiceId, client.practiceId), or(eq(account.id, client.therapistId), eq(account.role, "owner"))),
    )
    .where(mayKnow(scope, clientId));
  return rows.map(({ id }) => id);
}

/** Whether anybody but this person could look through what was opened of a client. */
export async function hasOtherReviewer(scope: Scope, clientId: string, accountId: string): Promise<boolean> {
  const rows = await scope.tx
    .select({ id: account.id })
    .from(client)
    .innerJoin(
      account,
      and(
        eq(account.practiceId, client.practiceId),
        or(eq(account.role, "owner"), eq(account.role, "supervisor")),
        ne(account.id, accountId),
      ),
    )
    .where(mayKnow(scope, clientId))
    .limit(1);
  return rows.length > 0;
}
