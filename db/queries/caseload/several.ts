import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { ownSittings, sitting, version } from "@/db/queries/assessments/own-sittings";
import { isGone } from "@/db/queries/clients/standing";
import { isSafeAddress, isUnaskedAddress } from "@/db/queries/letters/address-safety";
import { wantsNoLetters } from "@/db/queries/letters/letters";
import { today } from "@/db/queries/signals/fact-columns";
import { client } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import type { Scope } from "@/db/scope";
import { type Purpose, visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import type { OneOfSeveral } from "@/lib/caseload/several";
import { authorize } from "@/lib/policy";
import { localDate } from "@/lib/time/zone";
import { getCaseloadFacts, getProtocolVersions } from "./caseload";
import { partnerNameOf, therapistNameOf } from "./caseload-people";
import { pathOfFact, versionsOf } from "./old-places";

const letter = alias(outboxLetter, "rl");

export type SeveralPerson = OneOfSeveral & {
  id: string;
  accountId: string;
  name: string;
  /** What tells two of one name apart. */
  recordNumber: number;
  partnerName: string | null;
  /** Null for one's own clients. */
  therapistName: string | null;
};

/**
 * Those of these clients for whom the reader may do this, by name, with what it depends on whether it is done. Whoever is out of
 * reach is as absent as somebody who is not there.
 */
export async function getSeveral(
  scope: Scope<StaffActor>,
  ids: readonly string[],
  purpose: Purpose,
): Promise<SeveralPerson[]> {
  authorize(scope.actor, "clients.read");
  if (ids.length === 0) return [];
  const { people, facts } = await atOnce({
    people: peopleOf(scope, ids, purpose),
    facts: getCaseloadFacts(scope, ids),
  });
  const versions = await getProtocolVersions(scope, versionsOf(facts));
  const statusOf = new Map(
    facts.map((fact) => [fact.clientId, pathOfFact(fact, versions, localDate(scope.now, fact.zone))?.status ?? null]),
  );
  return people.map(({ isSafe, isUnasked, wantsNone, ...person }) => ({
    ...person,
    status: statusOf.get(person.id) ?? null,
    letters: isUnasked ? "unasked" : !isSafe ? "unsafe" : wantsNone ? "unwanted" : "go",
  }));
}

const peopleOf = (scope: Scope<StaffActor>, ids: readonly string[], purpose: Purpose) => {
  const { actor, tx, now } = scope;
  const { practiceId, accountId } = actor;
  return tx
    .select({
      id: client.id,
      accountId: client.accountId,
      name: account.name,
      recordNumber: client.recordNumber,
      partnerName: partnerNameOf(scope),
      therapistName: sql<string | null>`case when ${client.therapistId} <> ${accountId} then ${therapistNameOf} end`,
      hasAccepted: sql<boolean>`${account.passwordHash} is not null`,
      isGone: isGone.mapWith(Boolean),
      isSafe: isSafeAddress(practiceId, client.accountId),
      isUnasked: isUnaskedAddress(practiceId, client.accountId),
      wantsNone: sql<boolean>`${wantsNoLetters(practiceId, client.accountId, now)} is not null`,
      waits: waitsToday(now),
      remindedToday: qualified<boolean>`exists (select 1 from ${outboxLetter} ${letter} where ${letter.practiceId} = ${client.practiceId}
        and ${letter.accountId} = ${client.accountId} and ${letter.aboutKind} = 'asked-again' and ${letter.aboutOn} = ${today(now)})`,
    })
    .from(client)
    .innerJoin(account, and(eq(account.practiceId, client.practiceId), eq(account.id, client.accountId)))
    .where(and(visibleClients(scope, purpose), inArray(client.id, [...ids])))
    .orderBy(asc(account.name), asc(client.recordNumber));
};

/** Nobody is reminded of the questions of safety. */
const waitsToday = (now: Date) => qualified<
  OneOfSeveral["waits"]
>`(select jsonb_build_object('id', ${sitting.id}, 'title', ${version.title}, 'dueOn', ${sitting.dueOn})
  ${ownSittings} and ${sitting.submittedAt} is null and ${sitting.opensOn} <= ${today(now)}
    and coalesce(${sitting.expiresOn} >= ${today(now)}, true) and ${version.definition} ->> 'sensitivity' is distinct from 'safety'
  order by ${sitting.dueOn} nulls last, ${sitting.id} limit 1)`;
