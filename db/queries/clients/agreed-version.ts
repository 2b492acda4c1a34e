import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client, confidentialityLimits, consent } from "@/db/schema/clients";

const said = alias(consent, "ag");
const own = alias(confidentialityLimits, "al");

/** The version of the practice’s own words that everybody has to have read who agreed to anything. */
const asked = qualified<number>`coalesce((select max(${own.version}) from ${confidentialityLimits} ${own}
  where ${own.practiceId} = ${said.practiceId} and ${own.asksAgain}), 0)`;

/**
 * The version of the consent text that a row of `client` agreed to last; null where they did not, took it back, or are asked again.
 * The same stands in the door that opens a sign-in (db/migrations).
 */
export const agreedVersion = qualified<number | null>`(select case when ${said.decision} = 'agreed'
    and coalesce(${said.limitsVersion}, 0) >= ${asked} then ${said.version} end
  from ${consent} ${said} where ${said.practiceId} = ${client.practiceId} and ${said.clientId} = ${client.id}
  order by ${said.decidedAt} desc limit 1)`;
