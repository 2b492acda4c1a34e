import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { listAssignTargets } from "@/db/queries/assessments/client-assessments";
import { getCaseloadFacts } from "@/db/queries/caseload/caseload";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { getLinkChoices } from "@/db/queries/couples/couple";
import { getPartnerInviting } from "@/db/queries/couples/partner-invitation";
import { partnerTalk } from "@/db/schema/partner-invitation";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { minutesLater as at } from "@/db/testing/linked-couple";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { partnerPerson, yesAlone } from "@/db/testing/partner-inviting";
import { auditOf, itKeepsToItsTenant } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import type { PartnerTalkForm } from "@/lib/couples/partner-invitation-forms";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { acceptInvitation } from "../identity/accept-invitation";
import { createInvitation } from "../identity/create-invitation";
import { decideUntold } from "../safety/name-untold";
import { decideInvitation, invitePartner, invitePartnerAgain } from "./invite-partner";
import { keepPartnerTalk } from "./keep-partner-talk";

const pool = testPool();
const password = "harbour-lilac-quartz-88";

async function home() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { clientId } = client;
  const as = <T>(actor: StaffActor, run: (scope: Scope<StaffActor>) => Promise<T>, now = testNow) =>
    withScope(pool, actor, now, run);
  const { therapist } = practice;
  return {
    ...{ practice, client, clientId, as, therapist },
    says: (change: Partial<PartnerTalkForm> = {}, now = testNow, actor: StaffActor = therapist) =>
      as(actor, (scope) => keepPartnerTalk(scope, { ...yesAlone, id: randomUUID(), clientId, ...change }), now),
    invite: (person = partnerPerson(), now = testNow, actor: StaffActor = therapist) =>
      as(actor, (scope) => invitePartner(scope, { ...person, clientId }), now),
    again: (id: string, now = testNow) => as(therapist, (scope) => invitePartnerAgain(scope, { id, clientId }), now),
    read: (actor: StaffActor = therapist, now = at(60)) =>
      as(actor, (scope) => getPartnerInviting(scope, clientId), now),
    step: (invitationId: string, kind: "declined" | "withdrawn", now = testNow) =>
      as(therapist, (scope) => decideInvitation(scope, { invitationId, kind, note: "He rang." }), now),
    accept: (token: string, now = testNow) => acceptInvitation(pool, { token, password }, { device: "Firefox" }, now),
  };
}

/** What a client's own pages and letters rest on, but for the rows of this feature. */
async function everythingOf(practice: MintedPractice, clientId: string, accountId: string) {
  return withScope(pool, practice.system, testNow, async ({ tx }) => {
    const { rows } = await tx.$client.query(
      `select (select to_jsonb(c) from client c where c.id = $1) as client, (select to_jsonb(a) from account a where a.id = $2) as account,
        (select count(*)::int from outbox_letter where account_id = $2) as letters,
        (select count(*)::int from assessment where client_id = $1) as assessments`,
      [clientId, accountId],
    );
    return rows[0];
  });
}

describe("a talk about inviting the partner", () => {
  it("is kept with author, time, day, way and what was asked, sealed; the newest counts", async () => {
    const { practice, says, read, as } = await home();
    const { therapist } = practice;
    await says({ answer: "not-asked", talkUnheard: false }, at(1));
    await says({}, at(2));
    expect((await read()).talks).toMatchObject([
      { answer: "yes", talkWay: "phone", talkOn: "2026-10-01", unheard: true, asked: yesAlone.asked, saidAt: at(2) },
      { answer: "not-asked", unheard: false, by: therapist.name, saidAt: at(1) },
    ]);
    const rows = await as(therapist, ({ tx }) => tx.select().from(partnerTalk));
    for (const row of rows) expect(row.askedSealed).not.toContain("wants him");
    expect((await auditOf(pool, practice.system)).map(({ action }) => action)).toContain(
      "couples.partner-talked-about",
    );
  });

  it("is kept once for one form, and asks back a day to come and a yes that was heard", async () => {
    const { says, read, practice } = await home();
    const id = randomUUID();
    await says({ id });
    await says({ id });
    expect((await read()).talks).toHaveLength(1);
    await expect(says({ talkOn: "2026-11-24" })).rejects.toMatchObject({ fields: { talkOn: /future/ } });
    await expect(says({ talkUnheard: false })).rejects.toMatchObject({ fields: { talkUnheard: /not alone/ } });
    const other = await mintClient(pool, practice, { name: "Noor" });
    await expect(says({ id, clientId: other.clientId })).rejects.toThrow(NotFound);
  });
});

describe("inviting the partner", () => {
  it("needs the client’s yes, and a no after it ends an invitation that nobody used", async () => {
    const { says, invite, read, accept } = await home();
    await expect(invite()).rejects.toThrow("only after the client’s yes");
    await says({ answer: "no" }, at(1));
    await expect(invite()).rejects.toThrow("only after the client’s yes");
    await says({}, at(2));
    const { invitation } = await invite(partnerPerson(), at(3));
    expect(await says({ answer: "no" }, at(4))).toEqual({ tookBack: true });
    expect((await read()).invitations).toMatchObject([{ state: "withdrawn", linkEndsAt: null }]);
    await expect(accept(invitation.token, at(5))).rejects.toThrow(Refused);
    await expect(invite(partnerPerson(), at(6))).rejects.toThrow("only after the client’s yes");
    expect(await says({ answer: "no" }, at(7))).toEqual({ tookBack: false });
  });

  it("again is nothing where nobody was invited yet, whatever the client said", async () => {
    const { says, again, read } = await home();
    await expect(again(randomUUID())).rejects.toThrow(
      new Refused("A partner is invited only after the client’s yes in a talk alone."),
    );
    await says({}, at(1));
    await expect(again(randomUUID(), at(2))).rejects.toThrow(Refused);
    expect((await read()).invitations).toEqual([]);
  });

  it("makes a client of their own, with the same therapist, and changes nothing of the client", async () => {
    const { practice, client, clientId, says, invite, as, read, accept } = await home();
    const before = await everythingOf(practice, clientId, client.accountId);
    await says();
    const person = partnerPerson();
    const { person: made, invitation } = await invite(person, at(1), practice.owner);
    expect(await invite(person, at(2))).toMatchObject({ person: made });
    await expect(invite(partnerPerson(), at(3))).rejects.toThrow("stands already");
    const header = await as(practice.therapist, (scope) => getClientHeader(scope, made.clientId));
    expect(header).toMatchObject({ therapistId: practice.therapist.accountId, partner: null, hasAccepted: false });
    expect(await as(practice.therapist, (scope) => getClientHeader(scope, clientId))).toMatchObject({ partner: null });
    const second = await invite(person, at(4));
    await expect(accept(invitation.token, at(5))).rejects.toThrow(Refused);
    expect((await accept(second.invitation.token, at(5))).role).toBe("client");
    const { invitations, fault } = await read();
    expect(invitations).toMatchObject([{ state: "accepted", by: practice.owner.name, name: person.name, steps: [] }]);
    expect(fault).toContain("ask anew");
    expect(await everythingOf(practice, clientId, client.accountId)).toEqual(before);
    const audits = (await auditOf(pool, practice.system)).filter(({ action }) => action === "couples.partner-invited");
    expect(audits).toEqual([
      { action: "couples.partner-invited", client_id: clientId, actor_id: practice.owner.accountId },
    ]);
  });

  it.each(["declined", "withdrawn"] as const)("can be %s, leaves every list, and can begin again", async (kind) => {
    const { practice, says, invite, read, step, again, accept, as, clientId } = await home();
    const { therapist } = practice;
    await says();
    const { person, invitation } = await invite();
    const names = async () => ({
      caseload: (await as(therapist, getCaseloadFacts)).map((one) => one.clientId),
      assign: (await as(therapist, listAssignTargets)).map((one) => one.id),
      link: (await as(therapist, (scope) => getLinkChoices(scope, clientId))).people.map((one) => one.id),
    });
    for (const list of Object.values(await names())) expect(list).toContain(person.clientId);
    const [{ id = "" } = {}] = (await read()).invitations;
    await step(id, kind, at(1));
    await step(id, kind, at(2));
    expect((await read()).invitations).toMatchObject([{ state: kind, steps: [{ kind, note: "He rang." }] }]);
    for (const list of Object.values(await names())) expect(list).not.toContain(person.clientId);
    await expect(accept(invitation.token, at(3))).rejects.toThrow(Refused);
    await expect(as(therapist, (scope) => createInvitation(scope, person))).rejects.toThrow("not invited any more");
    const next = randomUUID();
    await again(next, at(4));
    const { invitation: link } = await again(next, at(5));
    expect((await read()).invitations.map(({ state }) => state)).toEqual(["invited", kind]);
    for (const list of Object.values(await names())) expect(list).toContain(person.clientId);
    await accept(link.token, at(6));
    await expect(step(next, "withdrawn", at(7))).rejects.toThrow("came meanwhile");
    await expect(again(randomUUID(), at(8))).rejects.toThrow("came already");
    const actions = (await auditOf(pool, practice.system)).map(({ action }) => action);
    expect(actions.filter((one) => one === `couples.invitation-${kind}`)).toHaveLength(1);
  });

  it("is nothing that a reader, a colleague or another practice may do or see", async () => {
    const { practice, says, invite, read, as } = await home();
    await says();
    const { person } = await invite();
    for (const actor of [practice.supervisor, practice.colleague, (await mintPractice(pool)).owner]) {
      await expect(says({}, at(1), actor)).rejects.toThrow(NotFound);
      await expect(invite(partnerPerson(), at(1), actor)).rejects.toThrow(NotFound);
    }
    await expect(says({}, at(1), (await home()).client as unknown as StaffActor)).rejects.toThrow(Forbidden);
    expect(await read(practice.supervisor)).toMatchObject({ mayChange: false, invitations: [{ state: "invited" }] });
    // Who may not read the partner learns nothing of what became of them.
    const untold = { clientId: person.clientId, accountId: practice.supervisor.accountId, decision: "named" as const };
    await as(practice.therapist, (scope) => decideUntold(scope, untold));
    expect((await read(practice.supervisor)).invitations).toEqual([]);
  });

  it("does not take over somebody who is a client already", async () => {
    const { practice, says, invite } = await home();
    await says();
    const other = await mintClient(pool, practice, { name: "Noor" });
    await expect(invite({ ...partnerPerson(), id: other.clientId })).rejects.toThrow(NotFound);
  });
});

describe("what a record says about inviting", () => {
  let minted: { practice: MintedPractice; clientId: string };
  beforeAll(async () => {
    minted = await home();
  });
  itKeepsToItsTenant(pool, () => minted, getPartnerInviting, { supervisorMay: true });
});
