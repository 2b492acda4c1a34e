import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { caseloadRow as row } from "@/db/schema/caseload";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import type { CaseloadView } from "@/lib/caseload/view";
import { comesNear, mayComeNear, numberIn, searched } from "@/lib/clients/caseload-search";
import { plainly, writtenPlainly } from "@/lib/clients/name-search";
import { partnerNameOf } from "./caseload-people";
import { inReach, inView, ofClient, withinReached } from "./kept-rows";

const named = alias(row, "named");
const person = alias(client, "person");
const login = alias(account, "login");
const link = alias(couple, "link");

/** More than so many whose names come near are no help to anybody. */
const MOST_NEAR = 500;

const ofLogin = qualified`from ${account} ${login} where ${login.practiceId} = ${client.practiceId} and ${login.id} = ${client.accountId}`;
const searchColumns = (scope: Scope<StaffActor>) => ({
  clientId: client.id,
  name: qualified<string>`(select ${login.name} ${ofLogin})`,
  recordNumber: client.recordNumber,
  email: qualified<string>`(select ${login.email} ${ofLogin})`,
  partnerName: partnerNameOf(scope),
});

type Searchable = Awaited<ReturnType<typeof alike>>[number];

/**
 * Those of a view whom a search may find by what stands in it, each by what they can be found by: the names are gone through once,
 * and what else is known is looked up of those few alone. Who is told of whom is asked of each, and `searched` decides.
 */
export const alike = (scope: Scope<StaffActor>, view: CaseloadView) => among(scope, view, idsAlike(scope, view.q));

/** Those of these clients who have a row in a view: one after another, and not as a join that goes over everybody first. */
const among = (scope: Scope<StaffActor>, view: CaseloadView, ids: SQL) =>
  scope.tx
    .select(searchColumns(scope))
    .from(client)
    .where(
      and(
        eq(client.practiceId, scope.actor.practiceId),
        sql`${client.id} = any(array(${ids}))`,
        sql`(${scope.tx
          .select({ one: sql`true` })
          .from(row)
          .where(and(ofClient, inReach(scope), inView(view)))
          .limit(1)})`,
      ),
    )
    .orderBy(asc(client.id));

const letters = Object.entries(writtenPlainly);
const single = letters.filter(([, plain]) => plain.length === 1);

/** Without case and accents, as `plainly` has it: what it takes for a mark and this does not is found as a name that comes near. */
const plain = (name: typeof person.partnerName) =>
  letters
    .filter(([, plain]) => plain.length > 1)
    .reduce(
      (text, [letter, plain]) => sql`replace(${text}, ${letter}::text, ${plain}::text)`,
      sql`translate(lower(regexp_replace(normalize(${name}, NFD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]', '', 'g')),
        ${single.map(([letter]) => letter).join("")}::text, ${single.map(([, plain]) => plain).join("")}::text)`,
    );

/** A client’s partner of a link that stands, where the client’s own row is `named`. */
const otherOfNamed = sql`case when ${link.firstClientId} = ${named.clientId} then ${link.secondClientId} else ${link.firstClientId} end`;
const linkOfNamed = sql`${link.practiceId} = ${named.practiceId} and ${link.endedAt} is null and ${named.clientId} in (${link.firstClientId}, ${link.secondClientId})`;

function idsAlike({ actor }: Scope<StaffActor>, search: string): SQL {
  const { practiceId } = actor;
  const number = numberIn(search);
  if (number !== null)
    return qualified`select ${person.id} from ${client} ${person} where ${person.practiceId} = ${practiceId}::uuid and ${person.recordNumber} = ${number}`;
  const words = plainly(search).split(/\s+/);
  const has = (name: SQL | typeof named.nameKey) =>
    sql.join(
      words.map((word) => sql`position(${word}::text in ${name}) > 0`),
      sql` and `,
    );
  const own = sql`${named.practiceId} = ${practiceId}::uuid and not ${named.isBoth} and ${has(named.nameKey)}`;
  const byAddress = qualified`union all select ${person.id} from ${account} ${login} join ${client} ${person} on ${person.practiceId} = ${login.practiceId}
    and ${person.accountId} = ${login.id} where ${login.practiceId} = ${practiceId}::uuid and position(${plainly(search)}::text in lower(${login.email})) > 0`;
  return qualified`select ${named.clientId} from ${row} ${named} where ${own}
    union all select ${otherOfNamed} from ${row} ${named} join ${couple} ${link} on ${linkOfNamed} where ${own}
    union all select ${person.id} from ${client} ${person} where ${person.practiceId} = ${practiceId}::uuid and ${has(plain(person.partnerName))}
    ${search.includes("@") ? byAddress : sql``}`;
}

/**
 * Whom a search finds among these, and only where that is nobody, those of the view whose names come near. Trigrams of an extension
 * would not help: under row-level security no index is used for an operator that might leak (docs/ARCHITECTURE.md).
 */
export async function foundIn(
  scope: Scope<StaffActor>,
  view: CaseloadView,
  { kept, old }: { kept: readonly Searchable[]; old: readonly Searchable[] },
) {
  const exact = searched([...kept, ...old], view.q, (one) => one);
  if (!mayComeNear(view.q) || (exact.found.length > 0 && !exact.isNear)) return exact;
  return searched([...(await near(scope, view)), ...old], view.q, (one) => one);
}

async function near(scope: Scope<StaffActor>, view: CaseloadView): Promise<Searchable[]> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const names = await tx
    .select({ clientId: row.clientId, name: row.nameKey, partnerName: person.partnerName })
    .from(row)
    .innerJoin(person, and(eq(person.practiceId, row.practiceId), eq(person.id, row.clientId)))
    .where(and(eq(row.practiceId, practiceId), sql`not ${row.isBoth}`, row.isListed, withinReached(scope)));
  const ids = names.flatMap((one) => (comesNear(one, view.q) ? [one.clientId] : [])).slice(0, MOST_NEAR);
  if (ids.length === 0) return [];
  const given = sql.param(ids);
  return among(
    scope,
    view,
    qualified`select unnest(${given}::uuid[]) union all select ${otherOfNamed} from ${row} ${named} join ${couple} ${link} on ${linkOfNamed}
      where ${named.practiceId} = ${practiceId}::uuid and not ${named.isBoth} and ${named.clientId} = any(${given}::uuid[])`,
  );
}

/** The same of clients whose kept row is old. */
export async function searchableOf(scope: Scope<StaffActor>, ids: readonly string[]): Promise<Searchable[]> {
  if (ids.length === 0) return [];
  return scope.tx
    .select(searchColumns(scope))
    .from(client)
    .where(and(visibleClients(scope), sql`${client.id} = any(${sql.param([...ids])}::uuid[])`));
}
