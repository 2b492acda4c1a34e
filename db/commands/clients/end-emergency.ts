import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/actor";
import { isOpenAt, type ReviewEmergencyForm } from "@/lib/clients/emergency";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { recordAudit } from "../../audit";
import { type EmergencyHour, hourOf } from "../../queries/clients/emergencies";
import { hasOtherReviewer } from "../../queries/clients/emergency-people";
import { emergencyStep, emergencyStepNote } from "../../schema/emergency";
import type { Scope } from "../../scope";

/** Ends one’s own hour before it is over. Saying it twice, or after it, changes nothing. */
export async function endEmergency(scope: Scope<StaffActor>, { accessId }: { accessId: string }): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "clients.emergency");
  const hour = await findHour(scope, accessId);
  if (hour.openedBy !== actor.accountId) throw new NotFound();
  if (!isOpenAt(hour, now)) return;
  const { rowCount } = await tx
    .insert(emergencyStep)
    .values({
      ...{ practiceId: actor.practiceId, id: randomUUID(), accessId, kind: "ended" },
      ...{ takenBy: actor.accountId, takenAt: now },
    })
    .onConflictDoNothing();
  if (rowCount) await recordAudit(scope, "clients.emergency-ended", { id: accessId, clientId: hour.clientId });
}

/** Somebody else says what they found. One’s own hour is nobody’s own to look through, unless there is nobody else. */
export async function reviewEmergency(
  scope: Scope<StaffActor>,
  { accessId, note }: ReviewEmergencyForm,
): Promise<void> {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  authorize(actor, "clients.emergency");
  const hour = await findHour(scope, accessId);
  if (isOpenAt(hour, now)) throw new Refused("It is open still. Look through it once it is over.");
  if (hour.review) throw new Refused(alreadyReviewed);
  if (hour.openedBy === accountId && (await hasOtherReviewer(scope, hour.clientId, accountId)))
    throw new Refused("You opened this one yourself: another owner or supervisor looks through it.");
  const id = randomUUID();
  const { rowCount } = await tx
    .insert(emergencyStep)
    .values({
      ...{ practiceId, id, accessId, kind: "reviewed", takenBy: accountId, takenAt: now },
      noteSealed: emergencyStepNote.seal(note, { practiceId, id }),
    })
    .onConflictDoNothing();
  if (!rowCount) throw new Refused(alreadyReviewed);
  await recordAudit(scope, "clients.emergency-reviewed", { id: accessId, clientId: hour.clientId });
}

const alreadyReviewed = "Somebody looked through it already. Nothing was changed.";

/** Within reach of whoever asks: missing and not told are the same. */
async function findHour(scope: Scope<StaffActor>, accessId: string): Promise<EmergencyHour> {
  const hour = await hourOf(scope, accessId);
  if (!hour) throw new NotFound();
  return hour;
}
