import { expect, it } from "vitest";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import { caseloadView } from "@/lib/caseload/view";
import { getCaseloadPage } from "./caseload-page";

const pool = testPool();

it("is entered once for each look at it, and names nobody", async () => {
  const practice = await mintPractice(pool);
  await mintClient(pool, practice);
  const look = () =>
    withScope(pool, practice.therapist, testNow, (scope) => getCaseloadPage(scope, caseloadView.parse({}), null));
  await look();
  await look();
  const entries = (await auditOf(pool, practice.system)).filter(({ action }) => action === "caseload.read");
  expect(entries).toEqual(
    [1, 2].map(() => ({
      action: "caseload.read",
      client_id: null,
      actor_id: practice.therapist.accountId,
    })),
  );
});
