import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { recordedStatus } from "@/lib/connection/connection-record";
import { authorize } from "@/lib/policy";
import { signalRow } from "@/lib/signals/kinds";
import type { SupportForm } from "@/lib/signals/lenses";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { countsFromAnyway, isNewestEnrolment } from "../../queries/protocol/enrolment";
import { client } from "../../schema/clients";
import { connectionSummary } from "../../schema/connection";
import { enrolment } from "../../schema/protocol";
import { signal, signalChoice, signalChoiceNote, signalEvent } from "../../schema/signals";
import type { Scope } from "../../scope";
import { lockClientRow } from "../clients/lock-client-row";
import { refuseUnseen, signalStanding } from "./signal-standing";

/** Keeps what somebody took a signal to be about, with where connection stood. It answers the signal, unless that has to stay open. */
export async function considerSignal(scope: Scope<StaffActor>, form: SupportForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  const { id, clientId, kind, lens, note } = form;
  authorize(actor, "protocol.steer");
  await lockClientRow(scope, eq(client.id, clientId));
  const standing = await signalStanding(scope, form);
  const added = await tx
    .insert(signalChoice)
    .values({
      ...{ practiceId, id, signalId: standing.id, lens, chosenBy: accountId, chosenAt: now },
      connection: await connectionNow(scope, clientId),
      noteSealed: signalChoiceNote.sealOrNull(note, { practiceId, id }),
    })
    .onConflictDoNothing()
    .returning({ id: signalChoice.id });
  if (added.length === 0) return;
  refuseUnseen(standing, form);
  if (standing.state === "open" && !signalRow(kind).staysOpen) {
    await tx
      .update(signal)
      .set({ state: "acted" })
      .where(and(eq(signal.practiceId, practiceId), eq(signal.id, standing.id)));
    await tx.insert(signalEvent).values({
      ...{ practiceId, id: randomUUID(), signalId: standing.id, step: "acted" as const },
      ...{ takenBy: accountId, takenAt: now },
    });
  }
  await recordAudit(scope, "signals.considered", { id: standing.id, clientId });
}

/** The median of the newest whole week that was judged; null where there is none. */
async function connectionNow({ actor, tx, now }: Scope, clientId: string): Promise<number | null> {
  const [row] = await tx
    .select({
      kept: connectionSummary.kept,
      startDate: countsFromAnyway,
      zone: client.zone,
    })
    .from(client)
    .leftJoin(enrolment, isNewestEnrolment)
    .innerJoin(
      connectionSummary,
      and(eq(connectionSummary.practiceId, client.practiceId), eq(connectionSummary.id, client.id)),
    )
    .where(and(eq(client.practiceId, actor.practiceId), eq(client.id, clientId)));
  if (!row) return null;
  const status = recordedStatus(row.kept, row.startDate, localDate(now, row.zone));
  return status.kind === "judged" ? status.latest.median : null;
}
