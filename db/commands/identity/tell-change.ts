import { randomUUID } from "node:crypto";
import type { CredentialChange } from "@/lib/identity/credential-change";
import { credentialChange } from "../../schema/credential-change";
import type { Scope } from "../../scope";
import { queueLetter } from "../letters/queue-letter";

/**
 * Tells somebody that the way they sign in was changed: at their next sign-in, and by a letter where letters may go. In
 * the transaction of the change, so that none is made in silence.
 */
export async function tellChange(
  scope: Scope,
  accountId: string,
  kind: CredentialChange,
  { markHash, isByLetter = true }: { markHash?: Buffer; isByLetter?: boolean } = {},
): Promise<void> {
  const { actor, tx, now } = scope;
  const id = randomUUID();
  await tx.insert(credentialChange).values({
    practiceId: actor.practiceId,
    id,
    accountId,
    kind,
    changedBy: actor.kind === "system" ? null : actor.accountId,
    markHash,
    changedAt: now,
  });
  if (isByLetter) await queueLetter(scope, { accountId, about: { kind: "credentials", id } });
}
