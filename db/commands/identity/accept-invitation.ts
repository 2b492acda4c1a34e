import { and, eq } from "drizzle-orm";
import type { Pool } from "pg";
import { Refused } from "@/lib/errors";
import { recordAudit } from "../../audit";
import { hashPassword, refuseWeakPassword } from "../../password";
import { client } from "../../schema/clients";
import type { Browser } from "./caller";
import { findLink, linkIsOver, spendLink } from "./find-link";
import { type OpenedSession, openSessionFor } from "./open-session";
import { lockAccountRow } from "./person";
import { setPassword } from "./set-password";
import { type SystemScope, withSystemScope } from "./with-system-scope";

/** The invited person chooses a password and is signed in. Staff go on to set up their second factor. */
export async function acceptInvitation(
  pool: Pool,
  { token, password }: { token: string; password: string },
  browser: Browser,
  now: Date,
): Promise<OpenedSession> {
  const link = await findLink(pool, token, "invitation", now);
  if (!link) throw new Refused(linkIsOver);
  const { person } = link;
  refuseWeakPassword(password, person);
  const passwordHash = await hashPassword(password);
  return withSystemScope(pool, link.practiceId, now, async (scope) => {
    const held = await lockAccountRow(scope, person.accountId);
    if (!held?.hasAccess || held.passwordHash) throw new Refused(linkIsOver);
    await spendLink(scope, link.linkId, "invitation");
    await setPassword(scope, person.accountId, passwordHash);
    const clientId = person.role === "client" ? await noteArrival(scope, person.accountId) : null;
    await recordAudit(scope, "identity.invitation-accepted", { id: person.accountId, clientId });
    return openSessionFor(scope, person, { ...browser, hasFactor: false });
  });
}

async function noteArrival({ actor, tx, now }: SystemScope, accountId: string): Promise<string | null> {
  const [row] = await tx
    .update(client)
    .set({ lastActivityAt: now, lastActivity: "accepted" })
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.accountId, accountId)))
    .returning({ id: client.id });
  return row?.id ?? null;
}
