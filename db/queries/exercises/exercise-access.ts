import { type EnrolmentPath, enrolmentOf } from "@/db/queries/protocol/enrolment";
import { getExerciseGate } from "@/db/queries/safety/shared-class";
import type { Scope } from "@/db/scope";
import type { ClientActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound, Refused } from "@/lib/errors";
import type { Exercise, ExerciseForm } from "@/lib/exercises/exercise";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseAccess, NOT_PLANNED } from "@/lib/protocol/exercise-access";
import { exerciseIn } from "@/lib/protocol/own-steps";
import { clientPathToday, type PathToday } from "@/lib/protocol/path-today";
import type { SharedClass } from "@/lib/safety/shared-class";
import { localDate } from "@/lib/time/zone";

export type ExerciseGround = {
  today: string;
  /** Joint steps: whether they are open. Why they are not is not here. */
  shared: SharedClass;
  /** The client put the exercises away, and has not taken them out again. */
  areAway: boolean;
  enrolment: EnrolmentPath | null;
  version: ProtocolVersion | null;
  standing: PathToday | null;
};

/** All that decides what the person who asks may do today. */
export async function getExerciseGround(scope: Scope<ClientActor>): Promise<ExerciseGround> {
  const { actor, now } = scope;
  const today = localDate(now, actor.zone);
  const { enrolment, gate } = await atOnce({
    enrolment: enrolmentOf(scope, actor.clientId),
    gate: getExerciseGate(scope, actor.clientId),
  });
  return {
    today,
    ...gate,
    enrolment,
    version: enrolment?.version ?? null,
    standing: enrolment && clientPathToday(enrolment, today),
  };
}

/** `form`: how it is done today. `exercise` has the words of the protocol, whatever the form. */
export type OpenExercise = { exercise: Exercise; form: ExerciseForm; enrolmentId: string; today: string };

/** The exercise, whether it is open now, and the enrolment that it belongs to. Throws NotFound when there is no such exercise. */
export async function getExerciseAccess(
  scope: Scope<ClientActor>,
  key: string,
): Promise<OpenExercise & { open: boolean; standing: PathToday }> {
  return accessIn(await getExerciseGround(scope), key);
}

/** The same on ground that was read already. */
export function accessIn(
  { today, shared, areAway, enrolment, version, standing }: ExerciseGround,
  key: string,
): OpenExercise & { open: boolean; standing: PathToday } {
  const access = version && standing && exerciseAccess(version, standing.path, key, shared, areAway);
  if (!access || !enrolment || !standing) throw new NotFound();
  return { ...access, enrolmentId: enrolment.id, today, standing };
}

/** The same for a command: what is not in the plan is refused in the same words, whatever the reason. */
export async function requireExercise(scope: Scope<ClientActor>, key: string): Promise<OpenExercise> {
  const { open, ...access } = await getExerciseAccess(scope, key);
  if (!open) throw new Refused(NOT_PLANNED);
  return access;
}

/** An exercise's title in the form in which it is done today; null when the version has none of that key. */
export function titleNow({ version, standing, shared, areAway }: ExerciseGround, key: string): string | null {
  const access = version && standing && exerciseAccess(version, standing.path, key, shared, areAway);
  return access ? exerciseIn(access.exercise, access.form).title : null;
}
