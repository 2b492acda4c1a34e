import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { z } from "zod";
import { Refused } from "@/lib/errors";
import { emailShape, lineShape, nameShape, typedPassword } from "@/lib/identity/shapes";
import { zoneSchema } from "@/lib/time/zone";
import { recordAudit } from "../../audit";
import { hashPassword, refuseWeakPassword } from "../../password";
import { account, practice } from "../../schema/identity";
import type { Browser } from "./caller";
import { type OpenedSession, openSessionFor } from "./open-session";
import { type SystemScope, withSystemScope } from "./with-system-scope";

export const practiceShape = z.strictObject({
  practiceName: lineShape("practiceName", "Write the name of your practice."),
  country: z.string().regex(/^[A-Z]{2}$/, { error: "Choose a country." }),
  zone: zoneSchema,
  name: nameShape,
  email: emailShape,
  password: typedPassword,
});

/** What a new practice comes with, in the transaction that makes it: its protocol and its instruments. */
export type Equip = (scope: SystemScope, ownerId: string) => Promise<void>;

const setUpLock = 7_304_118;

/**
 * The first practice and its owner, once: of two set-ups at the same moment one is told that it is done. The owner is
 * signed in with a session that may set up the second factor and nothing else.
 */
export async function createPractice(
  pool: Pool,
  input: z.infer<typeof practiceShape>,
  { equip, ...browser }: Browser & { equip: Equip },
  now: Date,
): Promise<OpenedSession> {
  refuseWeakPassword(input.password, input);
  const passwordHash = await hashPassword(input.password);
  const practiceId = randomUUID();
  return withSystemScope(pool, practiceId, now, async (scope) => {
    await scope.tx.$client.query("select pg_advisory_xact_lock($1)", [setUpLock]);
    const { rows } = await scope.tx.$client.query<{ done: boolean }>("select practice_exists() as done");
    if (rows[0]?.done) throw new Refused("This installation is set up already. Sign in instead.");
    await scope.tx.insert(practice).values({
      practiceId,
      name: input.practiceName,
      country: input.country,
      zone: input.zone,
      createdAt: now,
    });
    const owner = { accountId: randomUUID(), role: "owner" as const, email: input.email };
    await scope.tx.insert(account).values({
      practiceId,
      id: owner.accountId,
      role: owner.role,
      email: owner.email,
      name: input.name,
      zone: input.zone,
      passwordHash,
      passwordChangedAt: now,
      createdAt: now,
    });
    await recordAudit(scope, "identity.practice-created", { id: practiceId });
    await equip(scope, owner.accountId);
    return openSessionFor(scope, owner, { ...browser, hasFactor: false });
  });
}
