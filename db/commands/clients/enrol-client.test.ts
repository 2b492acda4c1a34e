import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { listTherapists } from "@/db/queries/identity/therapists";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import type { EnrolmentForm } from "@/lib/clients/enrolment-form";
import { decideAccess } from "../identity/decide-access";
import { enrolClient } from "./enrol-client";

const pool = testPool();
let practice: MintedPractice;
beforeAll(async () => {
  practice = await mintPractice(pool);
});

const form = (change: Partial<EnrolmentForm> = {}): EnrolmentForm => ({
  id: randomUUID(),
  name: "Ines Marchetti",
  pronouns: "she/her",
  email: `${randomUUID()}@home.example`,
  addressSafety: "unknown",
  zone: "Europe/Lisbon",
  region: null,
  therapistId: practice.therapist.accountId,
  partnerName: null,
  versionId: null,
  startDate: testToday,
  ...change,
});
const enrol = (actor: StaffActor, given: EnrolmentForm) =>
  withScope(pool, actor, testNow, (scope) => enrolClient(scope, given));

describe("enrolling a client", () => {
  it("makes account, client, enrolment and the protocol's assessments in one piece, with its audit rows", async () => {
    const { person } = await enrol(practice.therapist, form());
    const header = await withScope(pool, practice.therapist, testNow, (scope) =>
      getClientHeader(scope, person.clientId),
    );
    expect(header).toMatchObject({ name: "Ines Marchetti", zone: "Europe/Lisbon", hasAccepted: false });
    expect(header.enrolment).toMatchObject({ plannedStart: testToday, waits: true });
    const occasions = await withScope(pool, practice.therapist, testNow, async ({ tx }) => {
      const { rows } = await tx.$client.query("select occasion from assessment where client_id = $1 order by 1", [
        person.clientId,
      ]);
      return rows.map((row) => row.occasion);
    });
    expect(occasions).toContain("five-dimensions:week-0");
    expect(new Set(occasions).size).toBe(occasions.length);
    const actions = (await auditOf(pool, practice.system))
      .filter((row) => row.client_id === person.clientId)
      .map((row) => row.action);
    expect(actions).toEqual(expect.arrayContaining(["clients.enrolled", "assessments.assigned-by-protocol"]));
  });

  it("keeps the country that was asked for by name, and leaves it to the zone where nobody asked", async () => {
    const { therapist } = await mintPractice(pool);
    const own = { therapistId: therapist.accountId };
    const asked = await enrol(therapist, form({ ...own, region: "BR" }));
    const left = await enrol(therapist, form(own));
    const regionOf = (clientId: string) =>
      withScope(pool, therapist, testNow, (scope) => getClientRegion(scope, clientId));
    expect((await regionOf(asked.person.clientId)).history).toMatchObject([{ region: "BR", by: therapist.name }]);
    expect(await regionOf(left.person.clientId)).toEqual({ suggested: "PT", history: [] });
  });

  it("enrols once, however often and however parallel the same form comes", async () => {
    const same = form();
    const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(practice.therapist, same)));
    expect(new Set(answers.map(({ person }) => person.clientId))).toEqual(new Set([same.id]));
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it("does not hand one therapist's client to another who sends the same id", async () => {
    const same = form();
    await enrol(practice.therapist, same);
    const again = form({ id: same.id, therapistId: practice.colleague.accountId });
    await expect(enrol(practice.colleague, again)).rejects.toMatchObject({ name: "NotFound" });
    const foreign = await mintPractice(pool);
    const elsewhere = form({ id: same.id, therapistId: foreign.therapist.accountId });
    expect(await enrol(foreign.therapist, elsewhere)).toMatchObject({ isNew: true, person: { clientId: same.id } });
  });

  it("numbers records without gaps, also side by side", async () => {
    const own = await mintPractice(pool);
    const forms = Array.from({ length: 8 }, () => form({ therapistId: own.therapist.accountId }));
    await Promise.all(forms.map((one) => enrol(own.therapist, one)));
    const numbers = await withScope(pool, own.owner, testNow, async ({ tx }) =>
      (await tx.$client.query<{ n: number }>("select record_number as n from client order by 1")).rows.map(
        ({ n }) => n,
      ),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("says the same about an address that a colleague’s client has and one that is taken elsewhere", async () => {
    const foreign = await mintPractice(pool);
    const taken = form({ therapistId: foreign.therapist.accountId });
    await enrol(foreign.therapist, taken);
    const here = form({ therapistId: practice.colleague.accountId });
    await enrol(practice.colleague, here);
    const messages = await Promise.all(
      [taken.email, here.email].map((email) =>
        enrol(practice.therapist, form({ email })).catch((error) => error.fields),
      ),
    );
    expect(messages[0]).toEqual({ email: "This address cannot be used here. Ask for another one." });
    expect(messages[1]).toEqual(messages[0]);
  });

  it("keeps a partner's name and makes nobody of it: no second client, no link", async () => {
    const { person } = await enrol(practice.therapist, form({ partnerName: "Dario" }));
    const header = await withScope(pool, practice.therapist, testNow, (scope) =>
      getClientHeader(scope, person.clientId),
    );
    expect(header.partner).toEqual({ name: "Dario", clientId: null, coupleId: null });
    expect((await auditOf(pool, practice.system)).filter(({ action }) => action === "couples.linked")).toEqual([]);
  });

  it("lets only the owner choose another therapist, and only one of this practice", async () => {
    await expect(enrol(practice.therapist, form({ therapistId: practice.colleague.accountId }))).rejects.toMatchObject({
      name: "Forbidden",
    });
    await expect(enrol(practice.owner, form({ therapistId: practice.colleague.accountId }))).resolves.toBeDefined();
    const foreign = await mintPractice(pool);
    await expect(enrol(practice.owner, form({ therapistId: foreign.therapist.accountId }))).rejects.toMatchObject({
      name: "NotFound",
    });
  });

  it("gives nobody a client who can no longer sign in, and does not offer them", async () => {
    const own = await mintPractice(pool);
    const { accountId } = own.colleague;
    await withScope(pool, own.owner, testNow, (scope) =>
      decideAccess(scope, { accountId, decision: "withdrawn", reason: "left" }),
    );
    await expect(enrol(own.owner, form({ therapistId: accountId }))).rejects.toMatchObject({ name: "NotFound" });
    const offered = await withScope(pool, own.owner, testNow, listTherapists);
    expect(offered.map(({ id }) => id).sort()).toEqual(
      [own.owner, own.supervisor, own.therapist].map((person) => person.accountId).sort(),
    );
  });

  it("leaves nothing behind when a part fails", async () => {
    const count = () =>
      withScope(pool, practice.owner, testNow, async (scope) => (await getCaseloadFacts(scope)).length);
    const before = await count();
    const taken = form();
    await enrol(practice.therapist, taken);
    await expect(enrol(practice.therapist, form({ email: taken.email }))).rejects.toMatchObject({
      name: "Refused",
    });
    expect(await count()).toBe(before + 1);
  });
});
