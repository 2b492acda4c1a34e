import { and, asc, eq, exists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { reachesTwo } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import {
  appointment,
  appointmentStep,
  appointmentStepPlace,
  appointmentStepReason,
  appointmentWish,
  appointmentWishWords,
} from "@/db/schema/appointments";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { noteCosignature, noteVersion, sessionNote } from "@/db/schema/notes";
import type { Scope } from "@/db/scope";
import { type Purpose, visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { Cause, StepKind } from "@/lib/appointments/appointment";

/** The one person of a session, or the first of two. */
export const person = alias(client, "p");
const personAccount = alias(account, "pa");
const second = alias(client, "s2");
const secondAccount = alias(account, "sa");
const responsible = alias(account, "r");
const decider = alias(account, "d");
const later = alias(appointmentStep, "later");
const wish = alias(appointmentWish, "w");
const note = alias(sessionNote, "sn");
const version = alias(noteVersion, "sv");
const newer = alias(noteVersion, "sw");
const cosigned = alias(noteCosignature, "sc");

/** Whether a session has a signed note, and whether somebody is asked to co-sign what stands, or has. */
export type NoteState = "signed" | "asks" | "co-signed";

type Wish = { clientId: string; words: string | null; askedAt: Date };

export type Appointment = {
  id: string;
  coupleId: string | null;
  clientId: string;
  name: string;
  /** The other of two. */
  secondId: string | null;
  secondName: string | null;
  recordNumbers: number[];
  therapistId: string;
  therapistName: string;
  isOfEndedLink: boolean;
  ordinal: number;
  kind: StepKind;
  startsAt: Date;
  minutes: number;
  place: string | null;
  isListed: boolean;
  cause: Cause | null;
  reason: string | null;
  decidedAt: Date;
  decidedBy: string;
  /** Null before its note is signed. */
  note: NoteState | null;
  /** Asked since the last step, the newest first. */
  wishes: Wish[];
};

/** A condition on `appointment_step` beside `appointment`: nothing has happened since. */
export const isNewestStep = and(
  eq(appointmentStep.practiceId, appointment.practiceId),
  eq(appointmentStep.appointmentId, appointment.id),
  qualified`not exists (select 1 from ${appointmentStep} ${later} where ${later.practiceId} = ${appointmentStep.practiceId}
    and ${later.appointmentId} = ${appointmentStep.appointmentId} and ${later.ordinal} > ${appointmentStep.ordinal})`,
);

/** A condition on `appointment`: with one person, whom the caller reaches, or with two, both of whom they reach. */
export function reachesAppointment(scope: Scope<StaffActor>, purpose: Purpose = "read"): SQL | undefined {
  const one = scope.tx
    .select({ id: client.id })
    .from(client)
    .where(and(visibleClients(scope, purpose), eq(client.id, appointment.clientId)));
  const two = scope.tx
    .select({ id: couple.id })
    .from(couple)
    .where(and(reachesTwo(scope, purpose === "change" ? "change" : "read"), eq(couple.id, appointment.coupleId)));
  return and(eq(appointment.practiceId, scope.actor.practiceId), or(exists(one), exists(two)));
}

type SealedWish = { id: string; clientId: string; wordsSealed: string | null; askedAt: string };

/** Wishes for another time that no step has answered. */
const openWishes = qualified<
  SealedWish[]
>`coalesce((select jsonb_agg(jsonb_build_object('id', ${wish.id}, 'clientId', ${wish.clientId}, 'wordsSealed', ${wish.wordsSealed},
    'askedAt', ${wish.askedAt}) order by ${wish.askedAt} desc) from ${appointmentWish} ${wish}
  where ${wish.practiceId} = ${appointment.practiceId} and ${wish.appointmentId} = ${appointment.id}
    and ${wish.ordinal} = ${appointmentStep.ordinal}), '[]'::jsonb)`;

const noteState = qualified<NoteState | null>`(select case
    when exists (select 1 from ${noteCosignature} ${cosigned} where ${cosigned.practiceId} = ${note.practiceId} and ${cosigned.noteId} = ${note.id}
      and ${cosigned.ordinal} = (select max(${version.ordinal}) from ${noteVersion} ${version}
        where ${version.practiceId} = ${note.practiceId} and ${version.noteId} = ${note.id})) then 'co-signed'
    when ${note.asksCosign} then 'asks' else 'signed' end
  from ${sessionNote} ${note} where ${note.practiceId} = ${appointment.practiceId} and ${note.appointmentId} = ${appointment.id})`;

/** Sessions whose note waits for a second signature, and what stands was written by somebody else: nobody co-signs their own words. */
export const asksToCosign = ({ actor }: Scope<StaffActor>): SQL =>
  qualified`(${noteState} = 'asks' and not exists (select 1 from ${sessionNote} ${note}
    join ${noteVersion} ${version} on ${version.practiceId} = ${note.practiceId} and ${version.noteId} = ${note.id}
    where ${note.practiceId} = ${appointment.practiceId} and ${note.appointmentId} = ${appointment.id} and ${version.writtenBy} = ${actor.accountId}::uuid
      and ${version.ordinal} = (select max(${newer.ordinal}) from ${noteVersion} ${newer}
        where ${newer.practiceId} = ${note.practiceId} and ${newer.noteId} = ${note.id})))`;

/** Sessions with all that is known of them, the earliest first. The condition says which, and that the caller may. */
export async function appointmentsWhere(scope: Scope<StaffActor>, which: SQL | undefined): Promise<Appointment[]> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const rows = await tx
    .select({
      id: appointment.id,
      coupleId: appointment.coupleId,
      clientId: person.id,
      name: personAccount.name,
      secondId: second.id,
      secondName: secondAccount.name,
      recordNumber: person.recordNumber,
      secondNumber: second.recordNumber,
      therapistId: responsible.id,
      therapistName: responsible.name,
      isOfEndedLink: sql<boolean>`${couple.endedAt} is not null`,
      stepId: appointmentStep.id,
      ordinal: appointmentStep.ordinal,
      kind: appointmentStep.kind,
      startsAt: appointmentStep.startsAt,
      minutes: appointmentStep.minutes,
      placeSealed: appointmentStep.placeSealed,
      isListed: appointmentStep.isListed,
      cause: appointmentStep.cause,
      reasonSealed: appointmentStep.reasonSealed,
      decidedAt: appointmentStep.decidedAt,
      decidedBy: decider.name,
      wishes: openWishes,
      note: noteState,
    })
    .from(appointment)
    .innerJoin(appointmentStep, isNewestStep)
    .innerJoin(
      decider,
      and(eq(decider.practiceId, appointmentStep.practiceId), eq(decider.id, appointmentStep.decidedBy)),
    )
    .leftJoin(couple, and(eq(couple.practiceId, appointment.practiceId), eq(couple.id, appointment.coupleId)))
    .innerJoin(
      person,
      and(
        eq(person.practiceId, appointment.practiceId),
        eq(person.id, sql`coalesce(${appointment.clientId}, ${couple.firstClientId})`),
      ),
    )
    .innerJoin(
      personAccount,
      and(eq(personAccount.practiceId, person.practiceId), eq(personAccount.id, person.accountId)),
    )
    .leftJoin(second, and(eq(second.practiceId, couple.practiceId), eq(second.id, couple.secondClientId)))
    .leftJoin(
      secondAccount,
      and(eq(secondAccount.practiceId, second.practiceId), eq(secondAccount.id, second.accountId)),
    )
    .innerJoin(
      responsible,
      and(
        eq(responsible.practiceId, person.practiceId),
        eq(responsible.id, sql`coalesce(${couple.leadId}, ${person.therapistId})`),
      ),
    )
    .where(and(eq(appointment.practiceId, practiceId), which))
    .orderBy(asc(appointmentStep.startsAt), asc(appointment.id));
  return rows.map(({ stepId, placeSealed, reasonSealed, recordNumber, secondNumber, wishes, ...row }) => ({
    ...row,
    recordNumbers: [recordNumber, ...(secondNumber === null ? [] : [secondNumber])],
    place: appointmentStepPlace.readOrNull(placeSealed, { practiceId, id: stepId }),
    reason: appointmentStepReason.readOrNull(reasonSealed, { practiceId, id: stepId }),
    wishes: wishes.map(({ id, clientId, wordsSealed, askedAt }) => ({
      clientId,
      words: appointmentWishWords.readOrNull(wordsSealed, { practiceId, id }),
      askedAt: new Date(askedAt),
    })),
  }));
}
