import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { credentialChange } from "@/db/schema/credential-change";
import { supervision } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintPractice, testNow } from "@/db/testing/mint";
import { changeRole } from "./change-role";
import { decideAccess } from "./decide-access";
import { endSupervision, startSupervision } from "./supervise";

const pool = testPool();

it("tells whose it is of access taken and given, of another role, and of who reads their clients, each by letter too", async () => {
  const { owner, colleague, therapist, system } = await mintPractice(pool);
  const asOwner = <T>(run: Parameters<typeof withScope<typeof owner, T>>[3]) => withScope(pool, owner, testNow, run);
  const { accountId } = colleague;
  await asOwner((scope) => decideAccess(scope, { accountId, decision: "withdrawn", reason: "She left." }));
  await asOwner((scope) => decideAccess(scope, { accountId, decision: "restored", reason: "She is back." }));
  await asOwner((scope) => changeRole(scope, { accountId, role: "supervisor" }));
  await asOwner((scope) => startSupervision(scope, { supervisorId: accountId, therapistId: therapist.accountId }));
  const [begun] = await asOwner(({ tx }) =>
    tx.select({ id: supervision.id }).from(supervision).where(eq(supervision.supervisorId, accountId)),
  );
  await asOwner((scope) => endSupervision(scope, { supervisionId: begun?.id ?? "" }));
  const told = (id: string) =>
    withScope(pool, system, testNow, async ({ tx }) => {
      const rows = await tx
        .select({ kind: credentialChange.kind })
        .from(credentialChange)
        .innerJoin(outboxLetter, eq(outboxLetter.aboutId, credentialChange.id))
        .where(eq(credentialChange.accountId, id));
      return rows.map(({ kind }) => kind).sort();
    });
  expect(await told(accountId)).toEqual(["access-restored", "access-withdrawn", "role-changed"]);
  expect(await told(therapist.accountId)).toEqual(["supervision-ended", "supervision-started"]);
});
