import { alias } from "drizzle-orm/pg-core";
import { reachesBoth } from "@/db/couple-reach";
import { qualified } from "@/db/qualified";
import { client, couple } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";

const otherAccount = alias(account, "a2");
const otherClient = alias(client, "c2");
const responsible = alias(account, "t");

/** Who is responsible for a `client` row. */
export const therapistNameOf = qualified<string>`(select ${responsible.name} from ${account} ${responsible} where ${responsible.practiceId} = ${client.practiceId} and ${responsible.id} = ${client.therapistId})`;

/**
 * The partner of a `client` row. Who reaches only one of two does not learn that they are linked: then the name on the record
 * stands there.
 */
export const partnerNameOf = (scope: Scope<StaffActor>) => qualified<string | null>`coalesce((
        select ${otherAccount.name} from ${couple}
        join ${client} ${otherClient} on ${otherClient.practiceId} = ${couple.practiceId}
          and ${otherClient.id} in (${couple.firstClientId}, ${couple.secondClientId}) and ${otherClient.id} <> ${client.id}
        join ${account} ${otherAccount} on ${otherAccount.practiceId} = ${otherClient.practiceId} and ${otherAccount.id} = ${otherClient.accountId}
        where ${reachesBoth(scope)} and ${client.id} in (${couple.firstClientId}, ${couple.secondClientId}) limit 1), ${client.partnerName})`;
