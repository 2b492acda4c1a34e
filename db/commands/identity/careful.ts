import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { ClientActor } from "@/lib/actor";
import { wordsOpenMinutes } from "@/lib/identity/session-limits";
import { typedPassword } from "@/lib/identity/shapes";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { account, session } from "../../schema/identity";
import type { Scope } from "../../scope";
import { type Proof, provePassword } from "./prove-identity";

export const carefulShape = z.strictObject({ careful: z.enum(["yes", "no"]), password: typedPassword });

/** A client's own choice, on every device: words that were sent open only after the password. Whoever holds the phone cannot undo it. */
export async function chooseCareful(
  scope: Scope<ClientActor>,
  { careful, password }: z.infer<typeof carefulShape>,
  limitSecret: string,
): Promise<Proof<true>> {
  const { actor, tx } = scope;
  authorize(actor, "identity.own-account");
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  await tx
    .update(account)
    .set({ isCareful: careful === "yes" })
    .where(and(eq(account.practiceId, actor.practiceId), eq(account.id, actor.accountId)));
  await setOpen(scope, null);
  await recordAudit(scope, "account.careful-chosen", { id: actor.accountId });
  return { proved: true };
}

export const openWordsShape = z.strictObject({ password: typedPassword });

/** For five minutes, in this sign-in alone. */
export async function openOwnWords(
  scope: Scope<ClientActor>,
  { password }: z.infer<typeof openWordsShape>,
  limitSecret: string,
): Promise<Proof<true>> {
  const { actor, now } = scope;
  authorize(actor, "identity.own-account");
  const proof = await provePassword(scope, password, limitSecret);
  if ("problem" in proof) return proof;
  await setOpen(scope, new Date(now.getTime() + wordsOpenMinutes * 60_000));
  await recordAudit(scope, "account.words-opened", { id: actor.sessionId });
  return { proved: true };
}

const setOpen = ({ actor, tx }: Scope<ClientActor>, wordsOpenUntil: Date | null) =>
  tx
    .update(session)
    .set({ wordsOpenUntil })
    .where(
      and(
        eq(session.practiceId, actor.practiceId),
        eq(session.id, actor.sessionId),
        eq(session.accountId, actor.accountId),
      ),
    );
