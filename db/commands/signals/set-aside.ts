import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/lib/actor";
import { Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { signalRow } from "@/lib/signals/kinds";
import { type SetAsideForm, snoozeFault } from "@/lib/signals/set-aside-form";
import { localDate } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { client } from "../../schema/clients";
import { signal, signalEvent, signalEventNote } from "../../schema/signals";
import type { Scope } from "../../scope";
import { lockClientRow } from "../clients/lock-client-row";
import { refuseUnseen, signalStanding } from "./signal-standing";

/** Puts a signal off until a day, or keeps that it is known, with a note. Something new brings it back. Done twice it is done once. */
export async function setSignalAside(scope: Scope<StaffActor>, form: SetAsideForm): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  authorize(actor, "protocol.steer");
  await lockClientRow(scope, eq(client.id, form.clientId));
  const standing = await signalStanding(scope, form);
  if (signalRow(form.kind).staysOpen)
    throw new Refused("This one is not set aside: only what it asks for ends it. It stays on your list.");
  refuseUnseen(standing, form);
  const until = form.how === "snooze" ? form.until : null;
  const fault = until && snoozeFault(until, localDate(now, standing.zone));
  if (fault) throw new Refused(fault, { until: fault });
  const state = form.how === "snooze" ? "snoozed" : "known";
  if (standing.state === state && standing.hiddenUntil === until) return;
  const id = randomUUID();
  await tx
    .update(signal)
    .set({ state, hiddenUntil: until })
    .where(and(eq(signal.practiceId, practiceId), eq(signal.id, standing.id)));
  await tx.insert(signalEvent).values({
    ...{ practiceId, id, signalId: standing.id, step: state, takenBy: actor.accountId, takenAt: now, until },
    noteSealed: form.how === "known" ? signalEventNote.seal(form.note, { practiceId, id }) : null,
  });
  await recordAudit(scope, form.how === "snooze" ? "signals.snoozed" : "signals.known", {
    id: standing.id,
    clientId: form.clientId,
  });
}
