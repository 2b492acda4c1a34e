import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client, consent } from "@/db/schema/clients";

const given = alias(consent, "k");

/** The newest that a `client` row said to the consent text; null before they said anything. */
export const newestConsent = qualified`(select ${given.decision} from ${consent} ${given} where ${given.practiceId} = ${client.practiceId}
  and ${given.clientId} = ${client.id} order by ${given.decidedAt} desc limit 1)`;
