import { and, eq, isNull } from "drizzle-orm";
import { enrolmentOf } from "@/db/queries/protocol/enrolment";
import type { StaffActor } from "@/lib/actor";
import type { LocalDate } from "@/lib/time/local-date";
import { assignment } from "../../schema/assessments";
import type { Scope } from "../../scope";
import { withdrawLinks } from "../identity/create-invitation";
import { setLettersAside } from "../letters/set-letters-aside";
import { endCourse } from "./end-course";

type Leaving = { clientId: string; accountId: string; today: LocalDate; reason: string };

/** The weeks end, what waits to be answered is withdrawn, rules stop, links and letters are over. The caller holds the client. */
export async function leaveNothingWaiting(
  scope: Scope<StaffActor>,
  { clientId, accountId, today, reason }: Leaving,
): Promise<void> {
  const { actor, tx, now } = scope;
  await endCourse(scope, { clientId, path: await enrolmentOf(scope, clientId), today, reason });
  await tx
    .update(assignment)
    .set({ endedBy: actor.accountId, endedAt: now, scheduledThrough: null })
    .where(
      and(eq(assignment.practiceId, actor.practiceId), eq(assignment.clientId, clientId), isNull(assignment.endedAt)),
    );
  await withdrawLinks(scope, accountId);
  await setLettersAside(scope, accountId);
}
