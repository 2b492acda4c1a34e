import type { ClientActor } from "@/lib/domain/actor";
import { NotFound, Refused } from "@/lib/domain/errors";
import { type Exercise, type ProtocolVersion, protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { exerciseAccess } from "@/lib/domain/protocol/exercise-access";
import { type StandingToday, standingForClient } from "@/lib/domain/protocol/standing-today";
import { type GateState, NEUTRAL_SENTENCE } from "@/lib/domain/safety/gate";
import { localDate } from "@/lib/domain/time/zone";
import type { Scope } from "../scope";
import { type EnrolmentPath, enrolmentOf } from "./enrolment";
import { getExerciseGate } from "./safety-gate";

export type ExerciseGround = {
  today: string;
  gate: GateState;
  /** The client put the exercises away, and has not taken them out again. */
  areAway: boolean;
  enrolment: EnrolmentPath | null;
  version: ProtocolVersion | null;
  standing: StandingToday | null;
};

/** All that decides what the person who asks may do today. */
export async function getExerciseGround(scope: Scope<ClientActor>): Promise<ExerciseGround> {
  const { actor, now } = scope;
  const today = localDate(now, actor.zone);
  const enrolment = await enrolmentOf(scope, actor.clientId);
  const version = enrolment && protocolVersionSchema.parse(enrolment.protocol);
  const gate = await getExerciseGate(scope, actor.clientId);
  return {
    today,
    gate: gate.state,
    areAway: gate.areAway,
    enrolment,
    version,
    standing: enrolment && standingForClient(enrolment, today),
  };
}

export type OpenExercise = { exercise: Exercise; enrolmentId: string; today: string };

/** The exercise, whether it is open now, and the enrolment that it belongs to. Throws NotFound when there is no such exercise. */
export async function getExerciseAccess(
  scope: Scope<ClientActor>,
  key: string,
): Promise<OpenExercise & { open: boolean; standing: StandingToday }> {
  return accessIn(await getExerciseGround(scope), key);
}

/** The same on ground that was read already. */
export function accessIn(
  { today, gate, areAway, enrolment, version, standing }: ExerciseGround,
  key: string,
): OpenExercise & { open: boolean; standing: StandingToday } {
  const access = version && standing && exerciseAccess(version, standing.path, key, gate, areAway);
  if (!access || !enrolment || !standing) throw new NotFound();
  return { ...access, enrolmentId: enrolment.id, today, standing };
}

/** The same for a command: what is closed is refused with the one sentence, whatever closed it. */
export async function requireExercise(scope: Scope<ClientActor>, key: string): Promise<OpenExercise> {
  const { open, ...access } = await getExerciseAccess(scope, key);
  if (!open) throw new Refused(NEUTRAL_SENTENCE);
  return access;
}
