import { randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { currentRelease, newestSitting, releasable } from "@/db/queries/couples/couple-release";
import { sharedItemsOf } from "@/db/queries/couples/share-decisions";
import { getSharedClassInput } from "@/db/queries/safety/shared-class";
import type { StaffActor } from "@/lib/actor";
import type { ReleaseForm } from "@/lib/couples/couple-forms";
import { coupleWeekAt } from "@/lib/couples/couple-week";
import { NotFound, Refused } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { afterAll } from "@/lib/time/monotonic-instant";
import { recordAudit } from "../../audit";
import { reachesBoth } from "../../couple-reach";
import { couple } from "../../schema/clients";
import { coupleRelease, coupleReleaseWords } from "../../schema/couples";
import type { Scope } from "../../scope";

/**
 * Shows both partners one picture of what both share, from their next page on. It is what the therapist looked at: when
 * a decision to share or a newer sitting came in between, it is refused and looked at again. The same form twice
 * releases once. Afterwards each withdrawal still counts from the next practice week, and so does what closes joint steps.
 */
export async function releaseToBoth(scope: Scope<StaffActor>, form: ReleaseForm): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "couples.release");
  const { firstClientId, secondClientId } = await lockCouple(scope, form.coupleId);
  const { isOpen, began } = coupleWeekAt(await getSharedClassInput(scope, firstClientId), scope.now);
  if (!isOpen) throw new Refused("Joint steps are closed. They open at the start of a practice week.");
  const person = async (clientId: string) => ({
    sitting: await newestSitting(scope, clientId),
    shares: await sharedItemsOf(scope, { coupleId: form.coupleId, clientId, began }),
  });
  const seen = releasable(await person(firstClientId), await person(secondClientId));
  const isSame =
    seen?.firstAssessmentId === form.firstAssessmentId &&
    seen.secondAssessmentId === form.secondAssessmentId &&
    seen.items.join() === form["items[]"].join();
  if (!isSame)
    throw new Refused("What both share has changed while you looked. Look at it again before you release it.");
  const added = await tx
    .insert(coupleRelease)
    .values({
      practiceId: actor.practiceId,
      id: form.id,
      coupleId: form.coupleId,
      decision: "released",
      firstAssessmentId: form.firstAssessmentId,
      secondAssessmentId: form.secondAssessmentId,
      items: seen.items,
      wordsSealed: coupleReleaseWords.seal(form.words, { practiceId: actor.practiceId, id: form.id }),
      decidedBy: actor.accountId,
      decidedAt: await afterEarlier(scope, form.coupleId),
    })
    .onConflictDoNothing()
    .returning({ id: coupleRelease.id });
  if (added.length === 0) return;
  for (const clientId of [firstClientId, secondClientId])
    await recordAudit(scope, "couples.released", { id: form.coupleId, clientId });
}

/** Takes the picture back from both at once. Without one there is nothing to do. */
export async function takeReleaseBack(scope: Scope<StaffActor>, { coupleId }: { coupleId: string }): Promise<void> {
  const { actor, tx } = scope;
  authorize(actor, "couples.release");
  const { firstClientId, secondClientId } = await lockCouple(scope, coupleId);
  if (!(await currentRelease(scope, coupleId))) return;
  await tx.insert(coupleRelease).values({
    practiceId: actor.practiceId,
    id: randomUUID(),
    coupleId,
    decision: "withdrawn",
    items: [],
    decidedBy: actor.accountId,
    decidedAt: await afterEarlier(scope, coupleId),
  });
  for (const clientId of [firstClientId, secondClientId])
    await recordAudit(scope, "couples.release-withdrawn", { id: coupleId, clientId });
}

/** The instant of what is decided now. The caller has locked the couple. */
async function afterEarlier({ actor, tx, now }: Scope<StaffActor>, coupleId: string): Promise<Date> {
  const earlier = await tx
    .select({ at: coupleRelease.decidedAt })
    .from(coupleRelease)
    .where(and(eq(coupleRelease.practiceId, actor.practiceId), eq(coupleRelease.coupleId, coupleId)))
    .orderBy(desc(coupleRelease.decidedAt))
    .limit(1);
  return afterAll(
    earlier.map(({ at }) => at),
    now,
  );
}

async function lockCouple(scope: Scope<StaffActor>, coupleId: string) {
  const [row] = await scope.tx
    .select({ firstClientId: couple.firstClientId, secondClientId: couple.secondClientId })
    .from(couple)
    .where(and(reachesBoth(scope, "change"), eq(couple.id, coupleId)))
    .for("update", { of: couple });
  if (!row) throw new NotFound();
  return row;
}
