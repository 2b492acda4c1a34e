import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getCorrections } from "@/db/queries/clients/corrections";
import { clientCorrection } from "@/db/schema/client-life";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { CorrectionForm } from "@/lib/clients/correction-forms";
import { changeName } from "../identity/change-name";
import { correctRecord } from "./correct-record";

const pool = testPool();

async function home() {
  const practice = await mintPractice(pool);
  const ines = await mintClient(pool, practice, { name: "Inez Marchetti" });
  const form: CorrectionForm = {
    ...{ clientId: ines.clientId, name: "Inez Marchetti", pronouns: null, partnerName: null },
    ...{ zone: "Europe/London", reason: null },
  };
  const correct = (change: Partial<CorrectionForm>, at = testNow) =>
    withScope(pool, practice.therapist, at, (scope) => correctRecord(scope, { ...form, ...change }));
  const read = () =>
    withScope(pool, practice.therapist, testNow, async (scope) => ({
      header: await getClientHeader(scope, ines.clientId),
      history: await getCorrections(scope, ines.clientId),
    }));
  return { practice, ines, correct, read };
}

describe("correcting a record", () => {
  it("puts each fact right, and keeps what stood there with who, when and why", async () => {
    const { practice, ines, correct, read } = await home();
    await correct({ name: "Ines Marchetti", zone: "Pacific/Auckland", reason: "Moved house." });
    await correct({ name: "Ines Marchetti", zone: "Pacific/Auckland", pronouns: "she/her", partnerName: "Paul" });
    const { header, history } = await read();
    expect(header).toMatchObject({ name: "Ines Marchetti", zone: "Pacific/Auckland", pronouns: "she/her" });
    expect(header.namedPartner).toBe("Paul");
    expect(history.map(({ field, before, after, reason, by }) => ({ field, before, after, reason, by }))).toEqual(
      expect.arrayContaining([
        ...[{ field: "name", before: "Inez Marchetti", after: "Ines Marchetti" }].map((one) => ({
          ...{ ...one, reason: "Moved house.", by: practice.therapist.name },
        })),
        {
          ...{ field: "zone", before: "Europe/London", after: "Pacific/Auckland", reason: "Moved house." },
          by: practice.therapist.name,
        },
        { field: "partner-name", before: null, after: "Paul", reason: null, by: practice.therapist.name },
      ]),
    );
    expect(history).toHaveLength(4);
    const said = (await auditOf(pool, practice.system)).filter(({ action }) => action === "clients.corrected");
    expect(said.map((row) => row.client_id)).toEqual(Array(4).fill(ines.clientId));
  });

  it("takes the name of a former partner off the record", async () => {
    const { correct, read } = await home();
    await correct({ partnerName: "Paul" });
    await correct({ partnerName: null });
    expect((await read()).header).toMatchObject({ partner: null, namedPartner: null });
  });

  it("refuses where nothing differs, and keeps no words in plain", async () => {
    const { practice, ines, correct } = await home();
    await expect(correct({})).rejects.toMatchObject({ name: "Refused" });
    await correct({ name: "Ines Marchetti", reason: "A slip of mine." });
    const rows = await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.select().from(clientCorrection).where(eq(clientCorrection.clientId, ines.clientId)),
    );
    expect(JSON.stringify(rows)).not.toMatch(/Inez|Marchetti|slip/);
  });

  it("keeps in the same history what a client changed of their own name", async () => {
    const { ines, read } = await home();
    await withScope(pool, ines, testNow, (scope) => changeName(scope, "Ines M."));
    await withScope(pool, ines, testNow, (scope) => changeName(scope, "Ines M."));
    expect((await read()).history).toMatchObject([{ field: "name", before: "Inez Marchetti", after: "Ines M." }]);
  });
});

describe("the history of corrections", () => {
  it("is empty for whoever does not reach the client", async () => {
    const { practice, ines, correct } = await home();
    await correct({ name: "Ines" });
    const seen = (actor: typeof practice.owner) =>
      withScope(pool, actor, testNow, (scope) => getCorrections(scope, ines.clientId));
    expect(await seen(practice.supervisor)).toHaveLength(1);
    expect(await seen(practice.colleague)).toEqual([]);
    expect(await seen((await mintPractice(pool)).owner)).toEqual([]);
  });
});
