import { and, desc, eq, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { type Appointment, isNewestStep, reachesAppointment } from "@/db/queries/appointments/appointment-rows";
import { appointment, appointmentStep } from "@/db/schema/appointments";
import { couple } from "@/db/schema/clients";
import { noteVersion, noteVersionAgreed, sessionNote } from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";

const later = alias(noteVersion, "nv");

/** Sessions with the same two, or with this one person: alone, or as one of two whom the reader both reaches. */
const withTheSame = ({ coupleId, clientId }: Appointment): SQL | undefined =>
  coupleId
    ? eq(appointment.coupleId, coupleId)
    : or(
        eq(appointment.clientId, clientId),
        sql`${clientId}::uuid in (${couple.firstClientId}, ${couple.secondClientId})`,
      );

const hasNote = qualified`exists (select 1 from ${sessionNote} where ${sessionNote.practiceId} = ${appointment.practiceId}
  and ${sessionNote.appointmentId} = ${appointment.id})`;

/** Noted as held; or nobody said how it went, and its note is signed. */
const wasHeld = or(
  eq(appointmentStep.kind, "done"),
  and(inArray(appointmentStep.kind, ["booked", "moved", "kept", "reopened"]), hasNote),
);

/** When the last session before this one began that took place; null where there was none. */
export async function sessionBefore(scope: Scope<StaffActor>, one: Appointment): Promise<Date | null> {
  const [row] = await scope.tx
    .select({ startsAt: appointmentStep.startsAt })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(
      and(
        reachesAppointment(scope),
        withTheSame(one),
        ne(appointment.id, one.id),
        wasHeld,
        lt(appointmentStep.startsAt, one.startsAt),
      ),
    )
    .orderBy(desc(appointmentStep.startsAt))
    .limit(1);
  return row?.startsAt ?? null;
}

/** Without a session before, so many days are looked back on (ours). */
const DAYS_BACK = 14;

/** The days that a session is prepared and noted from: since the one before it, until it began. */
export const spanBefore = (one: Appointment, before: Date | null, now: Date): { from: Date; until: Date } => {
  const until = one.startsAt < now ? one.startsAt : now;
  return { from: before ?? new Date(until.getTime() - DAYS_BACK * 86_400_000), until };
};

export type AgreedBefore = { appointmentId: string; startsAt: Date; agreed: string | null };

/** What was agreed at the last session before this one that has a note, as it stands now. */
export async function agreedBefore(scope: Scope<StaffActor>, one: Appointment): Promise<AgreedBefore | null> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const [row] = await tx
    .select({
      appointmentId: appointment.id,
      startsAt: appointmentStep.startsAt,
      versionId: noteVersion.id,
      agreedSealed: noteVersion.agreedSealed,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .innerJoin(
      sessionNote,
      and(eq(sessionNote.practiceId, appointment.practiceId), eq(sessionNote.appointmentId, appointment.id)),
    )
    .innerJoin(noteVersion, isNewestVersion)
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .where(
      and(
        reachesAppointment(scope),
        withTheSame(one),
        ne(appointment.id, one.id),
        lt(appointmentStep.startsAt, one.startsAt),
      ),
    )
    .orderBy(desc(appointmentStep.startsAt))
    .limit(1);
  if (!row) return null;
  const { versionId, agreedSealed, ...rest } = row;
  return { ...rest, agreed: noteVersionAgreed.readOrNull(agreedSealed, { practiceId, id: versionId }) };
}

/** A condition on `note_version` beside `session_note`: it has not been amended since. */
export const isNewestVersion = and(
  eq(noteVersion.practiceId, sessionNote.practiceId),
  eq(noteVersion.noteId, sessionNote.id),
  qualified`not exists (select 1 from ${noteVersion} ${later} where ${later.practiceId} = ${noteVersion.practiceId}
    and ${later.noteId} = ${noteVersion.noteId} and ${later.ordinal} > ${noteVersion.ordinal})`,
);
