import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { currentLimits, limitsDraftOf } from "@/db/queries/clients/consent";
import { getConsentPage } from "@/db/queries/clients/consent-ledger";
import { openSession } from "@/db/queries/identity/session";
import { account } from "@/db/schema/identity";
import { type Scope, withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { Actor } from "@/lib/actor";
import { consentText } from "@/lib/identity/consent-text";
import { sayNotSafe } from "../safety/say-not-safe";
import { agreeToConsent } from "./agree-to-consent";
import { dropLimitsDraft, publishLimits, saveLimitsDraft } from "./set-limits";

const pool = testPool();
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const as = <A extends Actor, T>(actor: A, run: (scope: Scope<A>) => Promise<T>, at = testNow) =>
  withScope(pool, actor, at, run);
const words = "We pass on what is needed when a life is in danger, and nothing else besides.";

async function home() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  await as(practice.system, ({ tx }) =>
    tx.update(account).set({ passwordHash: "set" }).where(eq(account.id, client.accountId)),
  );
  const save = (minute: number, over: { seen?: string; words?: string; additions?: string | null } = {}) =>
    as(
      practice.owner,
      (scope) => saveLimitsDraft(scope, { seen: "none", words, additions: null, ...over }),
      later(minute),
    );
  const draft = () => as(practice.owner, limitsDraftOf);
  const publish = async (minute: number, asksAgain: "yes" | "no") => {
    const draftId = (await draft())?.id ?? randomUUID();
    await as(practice.owner, (scope) => publishLimits(scope, { draftId, asksAgain }), later(minute));
  };
  const agree = (limits: number, minute: number) =>
    as(client, (scope) => agreeToConsent(scope, { version: consentText.version, limits }), later(minute));
  /** What the door says when the client comes again: the version of the text that they agreed to. */
  const agreedAtTheDoor = async () => {
    const hash = Buffer.from(randomUUID());
    await as(practice.system, ({ tx }) =>
      tx.$client.query(
        `insert into session (practice_id, id, account_id, token_hash, stage, device, created_at, last_seen_at, idle_seconds, ends_at)
         values ($1, $2, $3, $4, 'full', 'A phone', $5, $5, 1200, $6)`,
        [practice.practiceId, randomUUID(), client.accountId, hash, testNow, later(600)],
      ),
    );
    const answer = await as(practice.system, (scope) => openSession(scope.tx, hash, later(1), false));
    return answer.state === "live" && answer.session.actor.kind === "client"
      ? answer.session.actor.consentVersion
      : "no";
  };
  return { practice, client, save, draft, publish, agree, agreedAtTheDoor };
}

describe("the practice’s words in the agreement", () => {
  it("are a draft first, which holds for nobody, and then a version that never changes", async () => {
    const { practice, client, save, draft, publish } = await home();
    await save(1);
    expect(await as(client, currentLimits)).toMatchObject({ version: 0 });
    const first = (await draft())?.id ?? "";
    await save(2, { seen: first, additions: "Sessions that are missed are paid." });
    await expect(save(3, { seen: first })).rejects.toMatchObject({ name: "Refused" });
    await expect(
      as(practice.owner, (scope) => publishLimits(scope, { draftId: first, asksAgain: "no" }), later(3)),
    ).rejects.toMatchObject({ name: "Refused" });
    await publish(4, "no");
    expect(await as(client, currentLimits)).toMatchObject({
      version: 1,
      words,
      additions: "Sessions that are missed are paid.",
    });
    expect(await draft()).toBeNull();
    const changed = as(practice.system, ({ tx }) =>
      tx.$client.query("update confidentiality_limits set words = 'Else'"),
    );
    await expect(changed).rejects.toMatchObject({ code: "42501" });
    const said = (await auditOf(pool, practice.system)).map(({ action }) => action);
    expect(said.filter((action) => action === "clients.limits-set")).toHaveLength(1);
  });

  it("are dropped without a trace for clients, and are the owner’s alone", async () => {
    const { practice, client, save, draft } = await home();
    await save(1);
    const draftId = (await draft())?.id ?? "";
    for (const actor of [practice.therapist, practice.supervisor])
      await expect(as(actor, (scope) => dropLimitsDraft(scope, { draftId }))).rejects.toMatchObject({
        name: "Forbidden",
      });
    const foreign = await mintPractice(pool);
    await expect(as(foreign.owner, (scope) => dropLimitsDraft(scope, { draftId }))).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await as(foreign.owner, limitsDraftOf)).toBeNull();
    await as(practice.owner, (scope) => dropLimitsDraft(scope, { draftId }), later(2));
    expect(await draft()).toBeNull();
    expect(await as(client, currentLimits)).toMatchObject({ version: 0 });
  });

  it("ask everybody again where that is chosen: their pages wait, the button does not, and a new yes opens them", async () => {
    const { practice, client, save, publish, agree, agreedAtTheDoor } = await home();
    const record = () => as(practice.therapist, (scope) => getClientRecord(scope, client.clientId), later(9));
    await agree(0, 1);
    expect(await agreedAtTheDoor()).toBe(consentText.version);
    await save(2);
    await publish(3, "no");
    expect(await agreedAtTheDoor()).toBe(consentText.version);
    expect(await record()).toMatchObject({ isAskedAgain: false });
    await save(4, { words: `${words} Or a court asks.` });
    await publish(5, "yes");
    expect(await agreedAtTheDoor()).toBeNull();
    expect(await record()).toMatchObject({ isAskedAgain: true });
    expect(await as({ ...client, consentVersion: null }, (scope) => sayNotSafe(scope, {}), later(6))).toMatchObject({
      isFirst: true,
    });
    await expect(agree(1, 7)).rejects.toThrow("changed since you opened it");
    await agree(2, 8);
    expect(await agreedAtTheDoor()).toBe(consentText.version);
    expect(await record()).toMatchObject({
      isAskedAgain: false,
      consents: [{ limitsVersion: 2 }, { limitsVersion: 0 }, { limitsVersion: null }],
    });
  });

  it("stand in a ledger: who agreed to which version, for whom somebody reads", async () => {
    const { practice, client, save, publish, agree } = await home();
    const never = await mintClient(pool, practice, { name: "Noor" });
    await agree(0, 1);
    await save(2);
    await publish(3, "no");
    await agree(1, 4);
    const ledger = await as(practice.therapist, getConsentPage, later(5));
    expect(ledger.versions).toMatchObject([{ version: 1, agreed: 1, asksAgain: false }]);
    expect(ledger.people.find(({ clientId }) => clientId === client.clientId)).toMatchObject({
      state: "agreed",
      limitsVersion: 1,
    });
    expect(ledger.people.map(({ clientId }) => clientId)).toContain(never.clientId);
    expect((await as(practice.colleague, getConsentPage)).people).toEqual([]);
  });
});
