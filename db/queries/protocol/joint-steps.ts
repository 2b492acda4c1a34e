import { and, eq, ne, sql } from "drizzle-orm";
import { leadsCouple } from "@/db/couple-reach";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { firstNameOf } from "@/lib/first-name";
import { checkCalendar, type SharedClassInput } from "@/lib/safety/shared-class";

/** Who decides about joint steps of a client, and whom it is for. */
export type JointSteps = {
  /** False where the client is linked and somebody else leads: then nothing about joint steps is offered. */
  isDecidedHere: boolean;
  /** The linked partner's first name, for the lead; null for a client without a link, and for anybody else. */
  partner: string | null;
  /** A day on which the weeks of joint steps begin. */
  weeksFrom: string;
};

/** The same for a client whom the caller has looked up in scope. */
export async function jointStepsOf(
  scope: Scope<StaffActor>,
  clientId: string,
  input: SharedClassInput,
): Promise<JointSteps> {
  const { startDate } = checkCalendar(input, scope.now);
  const isLinked = input.link !== null && input.link.endedAt === null;
  if (!isLinked) return { isDecidedHere: true, partner: null, weeksFrom: startDate };
  const [led] = await scope.tx
    .select({ name: account.name })
    .from(couple)
    .innerJoin(
      client,
      and(
        eq(client.practiceId, couple.practiceId),
        sql`${client.id} in (${couple.firstClientId}, ${couple.secondClientId})`,
        ne(client.id, clientId),
      ),
    )
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(leadsCouple(scope), sql`${clientId} in (${couple.firstClientId}, ${couple.secondClientId})`));
  return { isDecidedHere: led !== undefined, partner: led ? firstNameOf(led.name) : null, weeksFrom: startDate };
}
