import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client, clientRegion } from "@/db/schema/clients";
import { account, practice } from "@/db/schema/identity";
import { crisisContactList } from "@/db/schema/safety";
import type { Scope } from "@/db/scope";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { authorize } from "@/lib/policy";
import { type Help, helpFor, type PracticeContacts, practiceContactsSchema } from "@/lib/safety/region-contacts";
import { escalationMinutes, escalationPeopleOf } from "./escalation-order";

const clientRegionRow = alias(clientRegion, "r");
const clientRow = alias(client, "c");

/** The practice's own lists, by country. A list that no longer reads as one is as good as none: what ships is shown. */
async function ownLists({ actor, tx }: Scope): Promise<Map<string, { contacts: PracticeContacts; setAt: Date }>> {
  const rows = await tx
    .selectDistinctOn([crisisContactList.country], {
      country: crisisContactList.country,
      contacts: crisisContactList.contacts,
      setAt: crisisContactList.setAt,
    })
    .from(crisisContactList)
    .where(eq(crisisContactList.practiceId, actor.practiceId))
    .orderBy(crisisContactList.country, desc(crisisContactList.setAt), desc(crisisContactList.id));
  return new Map(
    rows.flatMap(({ country, contacts, setAt }) => {
      const read = practiceContactsSchema.safeParse(contacts);
      return read.success ? [[country, { contacts: read.data, setAt }] as const] : [];
    }),
  );
}

async function practiceCountry({ actor, tx }: Scope): Promise<string> {
  const [row] = await tx
    .select({ country: practice.country })
    .from(practice)
    .where(eq(practice.practiceId, actor.practiceId));
  if (!row) throw new NotFound();
  return row.country;
}

/** Where the person who asks can turn: the same on every page of theirs. */
export async function getOwnHelp(scope: Scope<ClientActor>): Promise<Help> {
  const { practiceId, clientId, zone } = scope.actor;
  const { lists, homes } = await atOnce({
    lists: ownLists(scope),
    homes: scope.tx
      .select({
        country: practice.country,
        said: qualified<{
          region: string | null;
        } | null>`(select json_build_object('region', ${clientRegionRow.region}) from ${clientRegion} ${clientRegionRow}
          where ${clientRegionRow.practiceId} = ${practiceId} and ${clientRegionRow.clientId} = ${clientId} order by ${clientRegionRow.setAt} desc, ${clientRegionRow.id} desc limit 1)`,
      })
      .from(practice)
      .where(eq(practice.practiceId, practiceId)),
  });
  const [home] = homes;
  if (!home) throw new NotFound();
  const own = new Map([...lists].map(([country, { contacts }]) => [country, contacts]));
  return helpFor({ region: home.said ? home.said.region : undefined, zone, practiceCountry: home.country }, own);
}

/** Where a client can turn now, who their therapist is, and on whose list it stands first when they tell something. */
export async function getOwnSafety(scope: Scope<ClientActor>): Promise<{
  help: Help;
  therapistName: string;
  asked: string[];
}> {
  const { actor, tx } = scope;
  const { therapists, people, help } = await atOnce({
    therapists: tx
      .select({ name: account.name })
      .from(account)
      .where(
        and(
          eq(account.practiceId, actor.practiceId),
          qualified`${account.id} = (select ${clientRow.therapistId} from ${client} ${clientRow} where ${clientRow.practiceId} = ${actor.practiceId} and ${clientRow.id} = ${actor.clientId})`,
        ),
      ),
    people: escalationPeopleOf(scope, actor.clientId),
    help: getOwnHelp(scope),
  });
  return {
    help,
    therapistName: therapists[0]?.name ?? "Your therapist",
    asked: people.filter(({ level }) => level === people[0]?.level).map(({ name }) => name),
  };
}

export type SafetySettings = {
  minutes: number;
  practiceCountry: string;
  /** The practice's own copy of the asked country, when it has one. */
  own: PracticeContacts | null;
  setAt: Date | null;
  /** Countries with a list of the practice's own. */
  edited: string[];
};

/** What the owner sets for the whole practice. */
export async function getSafetySettings(scope: Scope<StaffActor>, country: string | null): Promise<SafetySettings> {
  authorize(scope.actor, "practice.settings");
  const { home, lists, minutes } = await atOnce({
    home: practiceCountry(scope),
    lists: ownLists(scope),
    minutes: escalationMinutes(scope),
  });
  const list = lists.get(country ?? home);
  return {
    minutes,
    practiceCountry: home,
    own: list?.contacts ?? null,
    setAt: list?.setAt ?? null,
    edited: [...lists.keys()],
  };
}
