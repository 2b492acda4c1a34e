import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { hasAccess } from "@/db/queries/clients/has-access";
import type { SystemActor } from "@/lib/actor";
import { pathTodayOf, portalOf } from "@/lib/clients/standing";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { clientStep } from "../../schema/client-life";
import { client } from "../../schema/clients";
import { accessDecision } from "../../schema/identity";
import type { Scope } from "../../scope";
import { withdrawLinks } from "../identity/create-invitation";
import { revokeSessions } from "../identity/revoke-sessions";

/** Closes the pages of a discharged client whose last day has passed, in the name of who said that day. False: nothing to close. */
export async function closePortal(scope: Scope<SystemActor>, clientId: string): Promise<boolean> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const [person] = await tx
    .select({
      accountId: client.accountId,
      zone: client.zone,
      mayEnter: hasAccess(client.practiceId, client.accountId).mapWith(Boolean),
    })
    .from(client)
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId)))
    .for("update");
  if (!person?.mayEnter) return false;
  const { id, kind, decidedAt, readableUntil, decidedBy } = clientStep;
  const steps = await tx
    .select({ id, kind, at: decidedAt, readableUntil, decidedBy })
    .from(clientStep)
    .where(and(eq(clientStep.practiceId, practiceId), eq(clientStep.clientId, clientId)))
    .orderBy(desc(decidedAt));
  const standing = pathTodayOf(steps);
  const said = steps.find(({ kind: one }) => one === "discharged");
  if (!said || portalOf(standing, localDate(now, person.zone)).is !== "over") return false;
  await tx.insert(accessDecision).values({
    ...{ practiceId, id: randomUUID(), accountId: person.accountId, decision: "withdrawn" as const },
    ...{ decidedBy: said.decidedBy, decidedAt: now },
  });
  await withdrawLinks(scope, person.accountId);
  await revokeSessions(scope, person.accountId, "access");
  await recordAudit(scope, "clients.portal-closed", { id: said.id, clientId });
  return true;
}
