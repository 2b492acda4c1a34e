import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/lib/actor";
import type { AddressAnswer, addressForm } from "@/lib/clients/address-safety";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { addressSafety } from "../../schema/address-safety";
import { client } from "../../schema/clients";
import { account } from "../../schema/identity";
import type { Scope } from "../../scope";
import { visibleClients } from "../../visibility";
import { forgetMailedLinks } from "../identity/find-link";
import { tokenHash } from "../identity/one-time-token";
import { setLettersAside } from "./set-letters-aside";

/** What a client said in a talk about being written to. What has not gone out yet stays here from this moment on. */
export async function sayAddressSafety(
  scope: Scope<StaffActor>,
  { clientId, answer }: z.infer<typeof addressForm>,
): Promise<void> {
  authorize(scope.actor, "clients.enrol");
  const [found] = await scope.tx
    .select({ accountId: account.id, email: account.email })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, "change"), eq(client.id, clientId)))
    .for("no key update", { of: account });
  if (!found) throw new NotFound();
  await keepAddressSafety(scope, { clientId, ...found }, answer);
}

type Person = { clientId: string; accountId: string; email: string };

/** `isStanding`: it is the address that the account has, so that what waits to go there stays here. */
export async function keepAddressSafety(
  scope: Scope<StaffActor>,
  { clientId, accountId, email }: Person,
  answer: AddressAnswer,
  { isStanding = true } = {},
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const earlier = await tx
    .select({ at: addressSafety.saidAt })
    .from(addressSafety)
    .where(and(eq(addressSafety.practiceId, practiceId), eq(addressSafety.accountId, accountId)))
    .orderBy(desc(addressSafety.saidAt))
    .limit(1);
  const id = randomUUID();
  const saidAt = afterAll(
    earlier.map(({ at }) => at),
    now,
  );
  await tx.insert(addressSafety).values({
    practiceId,
    id,
    accountId,
    addressHash: tokenHash(email.toLowerCase()),
    answer,
    saidTo: actor.accountId,
    saidAt,
  });
  if (answer !== "safe" && isStanding) {
    await forgetMailedLinks(scope, accountId);
    await setLettersAside(scope, accountId);
  }
  await recordAudit(scope, answer === "safe" ? "letters.address-safe" : "letters.address-not-safe", { id, clientId });
}
