import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { exercisesAway } from "../../schema/exercises";
import type { Scope } from "../../scope";
import { lockOwnRow } from "../clients/lock-client-row";

/** The client's own choice, taken back as easily. Chosen twice it is one choice; it closes no event and tells nobody. */
export async function chooseExercises(
  scope: Scope<ClientActor>,
  { choice }: { choice: "away" | "back" },
): Promise<void> {
  const { actor, tx, now } = scope;
  authorize(actor, "portal.use");
  await lockOwnRow(scope);
  const [newest] = await tx
    .select({ choice: exercisesAway.choice, chosenAt: exercisesAway.chosenAt })
    .from(exercisesAway)
    .where(and(eq(exercisesAway.practiceId, actor.practiceId), eq(exercisesAway.clientId, actor.clientId)))
    .orderBy(desc(exercisesAway.chosenAt), exercisesAway.id)
    .limit(1);
  if ((newest?.choice ?? "back") === choice) return;
  const id = randomUUID();
  await tx.insert(exercisesAway).values({
    practiceId: actor.practiceId,
    id,
    clientId: actor.clientId,
    choice,
    chosenAt: afterAll(newest ? [newest.chosenAt] : [], now),
  });
  await recordAudit(scope, `exercises.put-${choice}`, { id, clientId: actor.clientId });
}
