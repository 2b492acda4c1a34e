import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { auditEntry } from "@/db/schema/audit";
import { draft } from "@/db/schema/draft";
import { oneTimeLink, session, signInChallenge } from "@/db/schema/identity";
import { noticed } from "@/db/schema/noticed";
import { withScope } from "@/db/scope";
import { adminUrl, appUrl, testPool, workerUrl } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { NOTICED_DAYS } from "@/lib/audit/noticed";
import { withClient } from "@/runtime/roles";
import { forgetAttempts, tidyPractice } from "./tidy";

const pool = testPool();
const workers = connect({ url: workerUrl(), max: 2, onIdleError: () => undefined });
afterAll(() => workers.end());
const ago = (days: number) => new Date(testNow.getTime() - days * 86_400_000);

it("removes what is over in one practice, and nothing that is not, nor a record of anything", async () => {
  const practice = await mintPractice(pool);
  const other = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const token = () => Buffer.from(randomUUID());
  const fill = async ({ practiceId, system, owner: { accountId } }: typeof practice) => {
    const row = () => ({ practiceId, id: randomUUID(), accountId, tokenHash: token() });
    const visit = { stage: "full" as const, device: "A phone", idleSeconds: 900 };
    await withScope(pool, system, testNow, async ({ tx }) => {
      await tx.insert(session).values([
        { ...row(), ...visit, createdAt: ago(40), lastSeenAt: ago(40), endsAt: ago(39) },
        { ...row(), ...visit, createdAt: ago(1), lastSeenAt: ago(0), endsAt: ago(-1), revokedAt: ago(31) },
        { ...row(), ...visit, createdAt: ago(2), lastSeenAt: ago(0), endsAt: ago(1) },
      ]);
      await tx.insert(signInChallenge).values([
        { ...row(), createdAt: ago(3), endsAt: ago(2) },
        { ...row(), createdAt: testNow, endsAt: ago(-1) },
      ]);
      const refused = { practiceId, accountId, kind: "not-there", device: "A phone" } as const;
      await tx.insert(noticed).values([
        { ...refused, id: randomUUID(), at: ago(NOTICED_DAYS + 1) },
        { ...refused, id: randomUUID(), at: ago(NOTICED_DAYS - 1) },
      ]);
      const link = { createdAt: ago(50), endsAt: ago(43) };
      await tx.insert(oneTimeLink).values([
        { ...row(), ...link, purpose: "password_reset" },
        { ...row(), ...link, purpose: "invitation", usedAt: ago(45) },
        { ...row(), ...link, purpose: "invitation" },
      ]);
    });
  };
  await fill(practice);
  await fill(other);
  await withScope(pool, client, testNow, ({ tx }) => {
    const begun = { practiceId: practice.practiceId, accountId: client.accountId, version: 1, contentSealed: "sealed" };
    return tx.insert(draft).values([
      { ...begun, id: randomUUID(), place: "old", savedAt: ago(61) },
      { ...begun, id: randomUUID(), place: "new", savedAt: ago(59) },
    ]);
  });
  const count = (who: typeof practice) =>
    withScope(pool, who.system, testNow, async ({ tx }) => ({
      sessions: (await tx.select({ id: session.id }).from(session)).length,
      challenges: (await tx.select({ id: signInChallenge.id }).from(signInChallenge)).length,
      links: (await tx.select().from(oneTimeLink).where(eq(oneTimeLink.accountId, who.owner.accountId))).length,
      drafts: (await tx.select({ place: draft.place }).from(draft)).map(({ place }) => place),
      refused: (await tx.select({ id: noticed.id }).from(noticed)).length,
      audit: (await tx.select({ id: auditEntry.id }).from(auditEntry)).length,
    }));
  const before = await count(practice);
  expect(await tidyPractice(workers, practice.system, testNow)).toBe(7);
  expect(await count(practice)).toEqual({
    ...{ sessions: 1, challenges: 1, links: 1, drafts: ["new"], refused: 1 },
    audit: before.audit,
  });
  expect(await tidyPractice(workers, practice.system, testNow)).toBe(0);
  expect(await count(other)).toMatchObject({ sessions: 3, challenges: 2, links: 3 });
});

it("is the worker's alone, and forgets tries that are forgiven", async () => {
  const practice = await mintPractice(pool);
  await expect(tidyPractice(pool, practice.system, testNow)).rejects.toThrow();
  const app = connect({ url: appUrl(), max: 1, onIdleError: () => undefined });
  await expect(forgetAttempts(app, testNow)).rejects.toThrow("permission denied");
  await expect(app.query("select * from door_all_practices()")).rejects.toThrow("permission denied");
  const [old, fresh] = [randomUUID(), randomUUID()];
  for (const key of [old, fresh]) await app.query("select door_attempt_begin($1, 5, 60, 240)", [key]);
  await withClient(adminUrl(), (admin) =>
    admin.query("update attempt_limit set last_failure_at = $2 where key = $1", [old, ago(3)]),
  );
  expect(await forgetAttempts(workers, testNow)).toBeGreaterThanOrEqual(1);
  const { rows } = await withClient(adminUrl(), (admin) =>
    admin.query("select key from attempt_limit where key = any($1)", [[old, fresh]]),
  );
  expect(rows).toEqual([{ key: fresh }]);
  await app.end();
});
