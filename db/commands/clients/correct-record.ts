import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { correctionsBetween } from "@/lib/clients/correction";
import type { CorrectionForm } from "@/lib/clients/correction-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { keepCorrections } from "./keep-corrections";

/** Name, pronouns, partner's first name and time zone as they should be. What differs is kept with who, when and why. */
export async function correctRecord(
  scope: Scope<StaffActor>,
  { clientId, name, pronouns, partnerName, zone, reason }: CorrectionForm,
): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "clients.correct");
  const [found] = await tx
    .select({
      accountId: account.id,
      name: account.name,
      pronouns: client.pronouns,
      "partner-name": client.partnerName,
      zone: client.zone,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .for("no key update");
  if (!found) throw new NotFound();
  const { accountId, ...before } = found;
  const corrections = correctionsBetween(before, { name, pronouns, "partner-name": partnerName, zone });
  if (corrections.length === 0) throw new Refused("Nothing differs from what stands there already.");
  await tx
    .update(client)
    .set({ pronouns, partnerName, zone })
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  await tx
    .update(account)
    .set({ name, zone })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, accountId)));
  await keepCorrections(scope, { clientId, corrections, reason, correctedBy: actor.accountId });
}
