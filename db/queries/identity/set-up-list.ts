import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { hasAccess } from "@/db/queries/clients/has-access";
import { practiceHours, readHours } from "@/db/queries/identity/practice-details";
import { staffAbsence, workingHours } from "@/db/schema/absence";
import { client } from "@/db/schema/clients";
import { account, practice, supervision } from "@/db/schema/identity";
import { setUpListStep } from "@/db/schema/practice-details";
import { crisisContactList } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import type { SetUpFacts } from "@/lib/identity/set-up-list";
import { authorize } from "@/lib/policy";

const colleague = alias(account, "a");
const here = sql`${colleague.practiceId}`;
const is = (table: typeof client | typeof crisisContactList | typeof supervision, and = sql`true`) =>
  qualified<boolean>`exists (select 1 from ${table} where ${table.practiceId} = ${practice.practiceId} and ${and})`;

export type SetUpList = { facts: SetUpFacts; isPutAway: boolean };

/** What a new practice has by now, for its owner; null in a sample practice, which nobody sets up. */
export async function getSetUpList({ actor, tx }: Scope<StaffActor>): Promise<SetUpList | null> {
  authorize(actor, "practice.settings");
  const [row] = await tx
    .select({
      isSample: practice.isSample,
      numbers: is(crisisContactList),
      firstClient: is(client),
      colleagues: qualified<boolean>`exists (select 1 from ${account} ${colleague} where ${colleague.practiceId} = ${practice.practiceId}
        and ${colleague.role} <> 'client' and ${colleague.id} <> ${actor.accountId} and ${hasAccess(here, sql`${colleague.id}`)})`,
      cover: qualified<boolean>`(exists (select 1 from ${staffAbsence} where ${staffAbsence.practiceId} = ${practice.practiceId}
          and ${staffAbsence.endedAt} is null and (${staffAbsence.coverId} is not null or ${staffAbsence.outsideName} is not null))
        or ${is(supervision, sql`${supervision.endedAt} is null`)})`,
      practiceHours,
      ownHours: qualified<unknown>`(select ${workingHours.hours} from ${workingHours} where ${workingHours.practiceId} = ${practice.practiceId}
        and ${workingHours.accountId} = ${actor.accountId} order by ${workingHours.setAt} desc limit 1)`,
      decision: qualified<
        string | null
      >`(select ${setUpListStep.decision} from ${setUpListStep} where ${setUpListStep.practiceId} = ${practice.practiceId}
        order by ${setUpListStep.decidedAt} desc, ${setUpListStep.id} desc limit 1)`,
    })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  if (!row || row.isSample) return null;
  const { numbers, colleagues, cover, firstClient } = row;
  const hours = [row.practiceHours, row.ownHours].some((stored) => readHours(stored)?.some((day) => day !== null));
  return { facts: { numbers, colleagues, cover, hours, firstClient }, isPutAway: row.decision === "put-away" };
}
