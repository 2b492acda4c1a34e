import { randomUUID } from "node:crypto";
import { and, count, eq } from "drizzle-orm";
import type { ClientActor } from "@/lib/actor";
import { correction, correctionBefore } from "../../schema/draft";
import type { Scope } from "../../scope";

type About = { about: (typeof correction.$inferSelect)["about"]; id: string };

/** How often the client has corrected this. */
export async function correctionsOf({ actor, tx }: Scope<ClientActor>, { about, id }: About): Promise<number> {
  const [row] = await tx
    .select({ times: count() })
    .from(correction)
    .where(and(eq(correction.practiceId, actor.practiceId), eq(correction.about, about), eq(correction.aboutId, id)));
  return row?.times ?? 0;
}

/** Keeps what stood there, in the transaction that changes it. */
export async function keepEarlier(
  { actor, tx, now }: Scope<ClientActor>,
  { about, id, before }: About & { before: object },
): Promise<void> {
  const row = { practiceId: actor.practiceId, id: randomUUID() };
  await tx.insert(correction).values({
    ...row,
    clientId: actor.clientId,
    about,
    aboutId: id,
    beforeSealed: correctionBefore.seal(JSON.stringify(before), row),
    correctedAt: now,
  });
}
