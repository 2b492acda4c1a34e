import { expect, it } from "vitest";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { listAssignTargets } from "./client-assessments";

const pool = testPool();

it("tells people of one name apart, has who is here first, and names a therapist only where it is another", async () => {
  const practice = await mintPractice(pool);
  const { owner, therapist, colleague, supervisor, system } = practice;
  const invited = await mintClient(pool, practice, { name: "Tobias Renner" });
  const here = await mintClient(pool, practice, { name: "Tobias Renner", therapist: colleague });
  await withScope(pool, system, testNow, ({ tx }) =>
    tx.execute(`update account set password_hash = 'x' where id = '${here.accountId}'`),
  );
  const seenBy = (reader: StaffActor) => withScope(pool, reader, testNow, listAssignTargets);
  expect(await seenBy(owner)).toMatchObject([
    { id: here.clientId, hasAccepted: true, therapistName: colleague.name },
    { id: invited.clientId, hasAccepted: false, therapistName: therapist.name },
  ]);
  expect(new Set((await seenBy(owner)).map(({ recordNumber }) => recordNumber)).size).toBe(2);
  expect(await seenBy(therapist)).toMatchObject([{ id: invited.clientId, therapistName: null }]);
  expect(await seenBy(supervisor)).toEqual([]);
});
