import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { emailShape, nameShape, staffRoleShape } from "@/lib/identity/shapes";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { account, practice } from "../../schema/identity";
import type { Scope } from "../../scope";
import { createInvitation, type Invitation } from "./create-invitation";

export const colleagueShape = z.strictObject({ name: nameShape, email: emailShape, role: staffRoleShape });

/** A colleague's account without a password, and the link that lets them choose one. */
export async function inviteColleague(
  scope: Scope<StaffActor>,
  { name, email, role }: z.infer<typeof colleagueShape>,
): Promise<Invitation & { accountId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "identity.invite-colleague");
  const [home] = await tx
    .select({ zone: practice.zone })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  const accountId = randomUUID();
  const { rowCount } = await tx
    .insert(account)
    .values({
      practiceId: actor.practiceId,
      id: accountId,
      role,
      email,
      name,
      zone: home?.zone ?? actor.zone,
      createdAt: now,
    })
    .onConflictDoNothing();
  if (!rowCount) {
    const taken = "This address has an account already. Use another, or look for the person in the list.";
    throw new Refused("This address cannot be invited.", { email: taken });
  }
  await recordAudit(scope, "identity.colleague-added", { id: accountId });
  return { accountId, ...(await createInvitation(scope, { accountId })) };
}
