import { sql } from "drizzle-orm";
import { client, consent } from "@/db/schema/clients";

/** The newest that a `client` row said to the consent text; null before they said anything. */
export const newestConsent = sql`(select k.decision from ${consent} k where k.practice_id = ${client.practiceId}
  and k.client_id = ${client.id} order by k.decided_at desc limit 1)`;
