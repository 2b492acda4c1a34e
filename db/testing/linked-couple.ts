import type { Pool } from "pg";
import { releaseDimensions } from "@/db/commands/assessments/release-dimensions";
import { linkCouple } from "@/db/commands/couples/link-couple";
import { askSafetyCheck } from "@/db/commands/safety/ask-check";
import { type Scope, withScope } from "@/db/scope";
import { sitDimensions } from "@/db/testing/dimension-sitting";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { openGate } from "@/db/testing/open-gate";
import type { Actor, ClientActor } from "@/lib/actor";

export type LinkedCouple = {
  practice: MintedPractice;
  ines: ClientActor;
  dario: ClientActor;
  coupleId: string;
  inesSitting: string;
  darioSitting: string;
};

export const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

/** Two linked clients of one therapist with clear gates, and Five Dimensions that each may see of their own. */
export async function linkedCouple(pool: Pool, { gates = true } = {}): Promise<LinkedCouple> {
  const practice = await mintPractice(pool);
  const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>) =>
    withScope(pool, actor, testNow, run);
  const ines = await mintClient(pool, practice, { startDate: "2026-11-01" });
  const dario = await mintClient(pool, practice, { name: "Dario", startDate: "2026-11-01" });
  for (const person of [ines, dario]) await openGate(pool, practice, person);
  const aWeekAgo = new Date(testNow.getTime() - 8 * 86_400_000);
  const { coupleId } = await withScope(pool, practice.therapist, aWeekAgo, (scope) =>
    linkCouple(scope, { clientId: ines.clientId, partnerId: dario.clientId }),
  );
  const inesSitting = await sitDimensions(pool, practice, ines, { emotional: [36, 76], social: [48, 56] });
  const darioSitting = await sitDimensions(pool, practice, dario, { emotional: [52, 72], social: [60, 56] });
  for (const assessmentId of [inesSitting, darioSitting])
    await as(practice.therapist, (scope) => releaseDimensions(scope, { assessmentId, decision: "released" }));
  if (!gates)
    await as(practice.therapist, (scope) => askSafetyCheck(scope, { clientId: ines.clientId, despiteRecent: true }));
  return { practice, ines, dario, coupleId, inesSitting, darioSitting };
}
