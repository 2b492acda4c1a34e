import { eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import type { SignalAnswerForm } from "@/lib/signals/signal-support";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { signalAnswer, signalAnswerNote } from "../../schema/signals";
import type { Scope } from "../../scope";
import { lockClientRow } from "../clients/lock-client-row";

/** Keeps what was decided about a fall in connection, once per id. Nothing on the path changes by it. */
export async function answerSignal(
  scope: Scope<StaffActor>,
  { id, clientId, week, note }: SignalAnswerForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  authorize(actor, "protocol.steer");
  await lockClientRow(scope, eq(client.id, clientId));
  const added = await tx
    .insert(signalAnswer)
    .values({
      practiceId,
      id,
      clientId,
      week,
      noteSealed: signalAnswerNote.seal(note, { practiceId, id }),
      answeredBy: actor.accountId,
      answeredAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: signalAnswer.id });
  if (added.length === 0) return;
  await recordAudit(scope, "signals.answered", { id, clientId });
}
