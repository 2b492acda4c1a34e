import { and, eq } from "drizzle-orm";
import { recordAudit } from "../../audit";
import { account } from "../../schema/identity";
import { keepCorrections } from "../clients/keep-corrections";
import type { OwnScope } from "./prove-identity";

/** A client's own name stands on their record: there its history says what it was. */
export async function changeName(scope: OwnScope, name: string): Promise<void> {
  const { actor, tx } = scope;
  const whose = and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId));
  const [before] = await tx.select({ name: account.name }).from(account).where(whose).for("no key update");
  await tx.update(account).set({ name }).where(whose);
  await recordAudit(scope, "identity.name-changed", { id: actor.accountId });
  if (actor.kind !== "client" || !before || before.name === name) return;
  const corrections = [{ field: "name" as const, before: before.name, after: name }];
  const { clientId, accountId: correctedBy } = actor;
  await keepCorrections(scope, { clientId, corrections, reason: null, correctedBy });
}
