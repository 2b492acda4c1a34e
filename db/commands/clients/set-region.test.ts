import { describe, expect, it } from "vitest";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { clientRegion } from "@/db/schema/clients";
import { testPool } from "@/db/testing/database";
import { safetyGround } from "@/db/testing/safety-ground";
import { auditOf } from "@/db/testing/tenancy";
import { Forbidden, NotFound } from "@/lib/errors";
import { setRegion } from "./set-region";

const pool = testPool();
const { as, home } = safetyGround(pool);
const said = (clientId: string, region: string | null, police = "", ambulance = "") => ({
  ...{ clientId, region, police, ambulance },
});

describe("the country on a client's record", () => {
  it("is proposed from the zone, and holds for every page of theirs once somebody has said it", async () => {
    const { client, therapist } = await home();
    const { clientId } = client;
    const before = await as(therapist, (scope) => getClientRegion(scope, clientId));
    expect(before).toEqual({ suggested: "GB", history: [] });
    expect((await as(client, getOwnHelp)).here).toMatchObject({ country: "GB", from: "zone" });
    await as(therapist, (scope) => setRegion(scope, said(clientId, "JP")));
    expect((await as(client, getOwnHelp)).here).toMatchObject({ country: "JP", from: "record" });
    expect((await as(client, getOwnHelp)).practice).toMatchObject({ country: "GB" });
    await as(therapist, (scope) => setRegion(scope, said(clientId, null)));
    expect(await as(client, getOwnHelp)).toMatchObject({ here: null, practice: { country: "GB" } });
  });

  it("keeps who said it and when, however close, each with its audit row; local numbers are sealed", async () => {
    const { client, therapist, owner, system } = await home();
    const { clientId } = client;
    await as(therapist, (scope) => setRegion(scope, said(clientId, "JP", "+81 3 3581 4321", "+81 3 3212 2111")));
    await as(owner, (scope) => setRegion(scope, said(clientId, "BR")));
    const { history } = await as(therapist, (scope) => getClientRegion(scope, clientId));
    expect(history.map(({ region, by, numbers }) => ({ region, by, numbers }))).toEqual([
      { region: "BR", by: owner.name, numbers: { police: "", ambulance: "" } },
      { region: "JP", by: therapist.name, numbers: { police: "+81 3 3581 4321", ambulance: "+81 3 3212 2111" } },
    ]);
    const rows = await as(system, ({ tx }) => tx.select().from(clientRegion));
    expect(JSON.stringify(rows)).not.toContain("3581");
    const audit = (await auditOf(pool, system)).filter(({ action }) => action === "clients.region-set");
    expect(audit.map((row) => row.client_id)).toEqual([clientId, clientId]);
  });

  it("is said by who is responsible, and is nowhere for anybody else", async () => {
    const { client, supervisor, colleague } = await home();
    const other = await home();
    const form = said(client.clientId, "JP");
    await expect(as(supervisor, (scope) => setRegion(scope, form))).rejects.toThrow(Forbidden);
    await expect(as(colleague, (scope) => setRegion(scope, form))).rejects.toThrow(NotFound);
    await expect(as(other.owner, (scope) => setRegion(scope, form))).rejects.toThrow(NotFound);
    expect(await as(colleague, (scope) => getClientRegion(scope, client.clientId))).toEqual({
      ...{ suggested: null, history: [] },
    });
  });
});
