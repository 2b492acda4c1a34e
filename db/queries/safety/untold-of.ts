import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { safetyUntold } from "@/db/schema/safety";

const untold = alias(safetyUntold, "u");
const later = alias(safetyUntold, "l");

/** Colleagues who are never to be told about a row of `client`. The newest decision about each counts. */
export const untoldOf = qualified<
  string[]
>`coalesce((select jsonb_agg(${untold.accountId}) from ${safetyUntold} ${untold}
  where ${untold.practiceId} = ${client.practiceId} and ${untold.clientId} = ${client.id} and ${untold.decision} = 'named'
    and not exists (select 1 from ${safetyUntold} ${later} where ${later.practiceId} = ${untold.practiceId}
      and ${later.clientId} = ${untold.clientId} and ${later.accountId} = ${untold.accountId}
      and ${later.decidedAt} > ${untold.decidedAt})), '[]'::jsonb)`;
