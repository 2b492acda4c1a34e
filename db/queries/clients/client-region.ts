import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { client, clientRegion, clientRegionNumbers } from "@/db/schema/clients";
import { account } from "@/db/schema/identity";
import type { Scope } from "@/db/scope";
import { visibleClients } from "@/db/visibility";
import type { StaffActor } from "@/lib/actor";
import { countryOfZone } from "@/lib/time/zone-country";

const numbersSchema = z.strictObject({ police: z.string(), ambulance: z.string() });
export type LocalNumbers = z.infer<typeof numbersSchema>;

export type ClientRegion = {
  /** What the zone of the record suggests, for somebody to confirm. */
  suggested: string | null;
  /** Newest first; null: somebody said that nobody knows. Empty: nobody has said anything yet. */
  history: { id: string; region: string | null; setAt: Date; by: string; numbers: LocalNumbers }[];
};

const most = 20;

/** Where a client within reach lives, who said so and when. The caller records that the record was read. */
export async function getClientRegion(scope: Scope<StaffActor>, clientId: string): Promise<ClientRegion> {
  const { actor, tx } = scope;
  const { practiceId } = actor;
  const rows = await tx
    .select({
      zone: client.zone,
      id: clientRegion.id,
      region: clientRegion.region,
      setAt: clientRegion.setAt,
      sealed: clientRegion.numbersSealed,
      by: account.name,
    })
    .from(client)
    .leftJoin(clientRegion, and(eq(clientRegion.practiceId, client.practiceId), eq(clientRegion.clientId, client.id)))
    .leftJoin(account, and(eq(account.practiceId, clientRegion.practiceId), eq(account.id, clientRegion.setBy)))
    .where(and(visibleClients(scope), eq(client.id, clientId)))
    .orderBy(desc(clientRegion.setAt), desc(clientRegion.id))
    .limit(most);
  return {
    suggested: rows[0] ? countryOfZone(rows[0].zone) : null,
    history: rows.flatMap(({ id, region, setAt, sealed, by }) =>
      id && setAt
        ? [
            {
              id,
              region,
              setAt,
              by: by ?? "",
              numbers: readNumbers(sealed && clientRegionNumbers.readJson(sealed, { practiceId, id })),
            },
          ]
        : [],
    ),
  };
}

function readNumbers(kept: unknown): LocalNumbers {
  return kept ? numbersSchema.parse(kept) : { police: "", ambulance: "" };
}
