import type { Pool } from "pg";
import { numbered } from "@/lib/paths";
import { routes } from "./security/routes";

/** What the address of a page is about, by the name that the folder has; each from the practice that is asked for. */
const things: Record<string, string> = {
  "[clientId]": "select id::text as id, id as client from client where practice_id = $1",
  "[assessmentId]":
    "select id::text as id, client_id as client from assessment where practice_id = $1 order by submitted_at desc nulls last",
  "[assignmentId]": "select id::text as id, client_id as client from assignment where practice_id = $1",
  "[reportId]": "select id::text as id, client_id as client from report where practice_id = $1",
  "[coupleId]": "select id::text as id from couple where practice_id = $1",
  "[sessionId]": "select id::text as id from appointment where practice_id = $1",
  "[versionId]": "select id::text as id from protocol_version where practice_id = $1",
};
const keys: Record<string, string> = {
  "/library": "select distinct key as id from instrument_version where practice_id = $1 order by 1 desc",
  "/settings/readings":
    "select distinct reading_key as id from practice_reading where practice_id = $1 union select 'start-gently'",
  "/portal/learn":
    "select distinct reading_key as id from practice_reading where practice_id = $1 union select 'start-gently'",
  "/portal/exercises":
    "select distinct exercise_key as id from exercise_attempt where practice_id = $1 union select 'one-real-feeling' union select 'learn-together'",
};
/** Doors, files and what ends or begins something: nobody's words stand there. */
const isLeftOut = (route: string) =>
  /^\/(api|sw\.js|manifest|sign-in|locked|setup|invitation|reset-password|forgotten-password|second-factor|new-address|letters|in-session|$)|\[token\]/.test(
    route,
  );

type Thing = { id: string; client?: string };

/** Every page of a practice as its addresses: for staff, and for the people it is about. `most`: of the same page. */
export async function everyPage(
  pool: Pool,
  practiceId: string,
  { most = 4, clients }: { most?: number; clients?: readonly string[] } = {},
): Promise<{ staff: string[]; portal: string[] }> {
  const of = async (sql: string): Promise<Thing[]> => (await pool.query<Thing>(sql, [practiceId])).rows;
  const isAsked = ({ client }: Thing) => !clients || !client || clients.includes(client);
  const found = { staff: [] as string[], portal: [] as string[] };
  for (const route of Object.keys(routes).filter((one) => !isLeftOut(one))) {
    let addresses: { at: string; client?: string }[] = [{ at: route }];
    for (const name of route.match(/\[\w+\]/g) ?? []) {
      const key = Object.keys(keys).find((start) => route.startsWith(start));
      const sql = name === "[key]" && key ? keys[key] : things[name];
      if (!sql) throw new Error(`Nobody knows what ${name} of ${route} is.`);
      const all = (await of(sql)).filter(isAsked);
      addresses = addresses.flatMap(({ at, client }) =>
        all
          .filter((one) => !client || !one.client || one.client === client)
          .slice(0, name === "[clientId]" ? 100 : most)
          .map((one) => ({
            at: at.replace(name, one.id),
            ...((one.client ?? client) && { client: one.client ?? client }),
          })),
      ) as typeof addresses;
    }
    const isPortal = route.startsWith("/portal");
    found[isPortal ? "portal" : "staff"].push(...addresses.map(({ at }) => (isPortal ? (numbered(at) ?? at) : at)));
  }
  return found;
}
