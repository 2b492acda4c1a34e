import { randomInt, randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { gateHistory, gateOf } from "@/db/queries/safety/safety-gate";
import type { StaffActor } from "@/lib/actor";
import type { linkForm } from "@/lib/couples/couple-forms";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { DRAWN_DAYS, drawnCheckDay } from "@/lib/safety/drawn-check";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client, couple } from "../../schema/clients";
import { practice } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { requireHere } from "../clients/require-here";

/**
 * Links two people who have a record of their own, once both are clear, each after a talk alone. It counts from the next
 * practice week: then each reads the other's name, and one calendar holds for both. Nothing is shared by it.
 */
export async function linkCouple(
  scope: Scope<StaffActor>,
  { clientId, partnerId }: z.infer<typeof linkForm>,
): Promise<{ coupleId: string }> {
  const { actor, tx, now } = scope;
  authorize(actor, "couples.link");
  if (clientId === partnerId) throw new NotFound();
  const both = [clientId, partnerId];
  const people = await tx
    .select({ id: client.id, zone: practice.zone })
    .from(client)
    .innerJoin(practice, eq(practice.practiceId, client.practiceId))
    .where(and(visibleClients(scope, "change"), inArray(client.id, both)))
    .orderBy(asc(client.id))
    .for("update", { of: client });
  const [one] = people;
  if (!one || people.length !== 2) throw new NotFound();
  const [before] = await tx
    .select({ id: couple.id, first: couple.firstClientId, second: couple.secondClientId })
    .from(couple)
    .where(
      and(
        eq(couple.practiceId, actor.practiceId),
        isNull(couple.endedAt),
        or(inArray(couple.firstClientId, both), inArray(couple.secondClientId, both)),
      ),
    )
    .limit(1);
  if (before && both.includes(before.first) && both.includes(before.second)) return { coupleId: before.id };
  if (before) throw new Refused("One of the two is linked with somebody else. End that link first.");
  for (const person of both) {
    await requireHere(scope, person);
    const history = await gateHistory(scope, person);
    const isClear = gateOf(history, now).state === "clear";
    if (!isClear || !history.decisions.some((one) => one.kind === "clear" && one.talkedAlone))
      throw new Refused("A link is made only when both are clear, each after a talk alone.");
  }
  const id = randomUUID();
  await tx.insert(couple).values({
    practiceId: actor.practiceId,
    id,
    firstClientId: clientId,
    secondClientId: partnerId,
    linkedBy: actor.accountId,
    linkedAt: now,
    leadId: actor.accountId,
    zone: one.zone,
    drawnCheckOn: drawnCheckDay(localDate(now, one.zone), randomInt(DRAWN_DAYS)),
  });
  for (const person of both) await recordAudit(scope, "couples.linked", { id, clientId: person });
  return { coupleId: id };
}
