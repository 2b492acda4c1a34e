import { and, desc, eq, isNull, lte } from "drizzle-orm";
import { isNewestStep } from "@/db/queries/appointments/appointment-rows";
import { isOwnListed } from "@/db/queries/appointments/own-appointments";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { couple } from "@/db/schema/clients";
import { noteVersion, noteVersionForClient, sessionNote } from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { isNewestVersion } from "./before-session";

export type OwnAgreed = { id: string; words: string; startsAt: Date };

/**
 * What was agreed for next time, in the words that were made together, from the last session of which a note was signed: where
 * that one leaves nothing for Today, nothing older stands there either. Of two whose link ended neither reads it any more.
 */
export async function getOwnAgreed(scope: Scope<ClientActor>): Promise<OwnAgreed | null> {
  const { actor, tx, now } = scope;
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      id: noteVersion.id,
      startsAt: appointmentStep.startsAt,
      forClientSealed: noteVersion.forClientSealed,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .innerJoin(
      sessionNote,
      and(eq(sessionNote.practiceId, appointment.practiceId), eq(sessionNote.appointmentId, appointment.id)),
    )
    .innerJoin(noteVersion, isNewestVersion)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(and(isOwnListed(scope), isNull(couple.endedAt), lte(appointmentStep.startsAt, now)))
    .orderBy(desc(appointmentStep.startsAt))
    .limit(1);
  const words = row && noteVersionForClient.readOrNull(row.forClientSealed, { practiceId, id: row.id });
  return words ? { id: row.id, words, startsAt: row.startsAt } : null;
}
