import { randomInt } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { endResearch, keepResearchProgress, type TakenResearch, takeUpResearch } from "@/db/commands/exports/research";
import { researchClients, researchPerson } from "@/db/queries/exports/research-people";
import { researchExport } from "@/db/schema/exports";
import { withScope } from "@/db/scope";
import type { SystemActor } from "@/lib/actor";
import { type ResearchPerson, researchFile, smallGroups } from "@/lib/exports/research";

/** After so many people it says how far it is. */
const SAY_EVERY = 10;

/** Whether research data was asked for and is not made yet. */
export const waitsForResearch = (pool: Pool, actor: SystemActor, now: Date): Promise<boolean> =>
  withScope(pool, actor, now, async ({ tx }) => {
    const some = await tx
      .select({ id: researchExport.id })
      .from(researchExport)
      .where(and(eq(researchExport.practiceId, actor.practiceId), isNull(researchExport.endedAt)))
      .limit(1);
    return some.length > 0;
  });

/**
 * Makes the research data that a practice asked for: person by person, each in a transaction of its own, so that nobody waits for
 * it. Two workers at once, or one after another that died, make it once.
 */
export async function makeResearch(pool: Pool, actor: SystemActor, clock: () => Date): Promise<boolean> {
  const asked = await withScope(pool, actor, clock(), takeUpResearch);
  if (!asked) return false;
  const ids = await withScope(pool, actor, clock(), (scope) => researchClients(scope, asked.askedBy));
  const people = ids === null ? [] : await readPeople(pool, actor, clock, { asked, ids });
  const small = smallGroups(people, asked.columns);
  const end =
    small.length > 0
      ? { refusal: small.map(({ about }) => about) }
      : { file: researchFile(people, asked.columns, shuffled(people.length)) };
  return withScope(pool, actor, clock(), (scope) => endResearch(scope, asked, end));
}

async function readPeople(
  pool: Pool,
  actor: SystemActor,
  clock: () => Date,
  { asked, ids }: { asked: TakenResearch; ids: readonly string[] },
): Promise<ResearchPerson[]> {
  const { id } = asked;
  const parts = new Set(asked.parts);
  const people: ResearchPerson[] = [];
  const say = (done: number) =>
    withScope(pool, actor, clock(), (scope) => keepResearchProgress(scope, { id, done, total: ids.length }));
  await say(0);
  for (const [at, clientId] of ids.entries()) {
    const person = await withScope(pool, actor, clock(), (scope) => researchPerson(scope, clientId, parts));
    if (person) people.push(person);
    if ((at + 1) % SAY_EVERY === 0) await say(at + 1);
  }
  await say(ids.length);
  return people;
}

/** Places in an order that nobody can work out. */
function shuffled(count: number): number[] {
  const places = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [places[last], places[other]] = [places[other] ?? last, places[last] ?? other];
  }
  return places;
}
