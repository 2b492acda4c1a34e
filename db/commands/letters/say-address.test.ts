import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { createInvitation } from "@/db/commands/identity/create-invitation";
import { requestLink } from "@/db/commands/identity/request-link";
import { setPassword } from "@/db/commands/identity/set-password";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { sayAddressSafety } from "@/db/commands/letters/say-address";
import { viewLink } from "@/db/queries/identity/link";
import { addressAnswers, mayWriteTo } from "@/db/queries/letters/address-safety";
import { account } from "@/db/schema/identity";
import { outboxLetter } from "@/db/schema/outbox";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { auditOf } from "@/db/testing/tenancy";
import type { StaffActor } from "@/lib/actor";
import type { AddressAnswer } from "@/lib/clients/address-safety";

const pool = testPool();

const ids = Array.from({ length: 9 }, () => randomUUID());
const message = (n: number) => ids[n] ?? "";

async function ground() {
  const practice = await mintPractice(pool);
  const client = await mintClient(pool, practice);
  const { accountId, clientId } = client;
  const system = <T>(run: Parameters<typeof withScope<typeof practice.system, T>>[3]) =>
    withScope(pool, practice.system, testNow, run);
  const say = (answer: AddressAnswer, actor: StaffActor = practice.therapist) =>
    withScope(pool, actor, testNow, (scope) => sayAddressSafety(scope, { clientId, answer }));
  const queue = (id: string) => system((scope) => queueLetter(scope, { accountId, about: { kind: "message", id } }));
  const waiting = async () => {
    const rows = await system(({ tx }) => tx.select().from(outboxLetter).where(eq(outboxLetter.accountId, accountId)));
    return rows.filter(({ setAsideAt }) => setAsideAt === null).map(({ aboutId }) => aboutId);
  };
  const move = (email: string) =>
    system(({ tx }) => tx.update(account).set({ email }).where(eq(account.id, accountId)));
  return { practice, client, accountId, clientId, system, say, queue, waiting, move };
}

describe("letters to a client", () => {
  it("go only while the newest answer calls the address safe, and what waits stays here after another one", async () => {
    const { say, queue, waiting, practice, clientId } = await ground();
    expect(await queue(message(1))).toBe("queued");
    await say("unsafe");
    expect(await waiting()).toEqual([]);
    expect(await queue(message(2))).toBe("unwanted");
    await say("unknown");
    expect(await queue(message(3))).toBe("unwanted");
    await say("safe");
    expect(await queue(message(4))).toBe("queued");
    const answers = await withScope(pool, practice.therapist, testNow, (scope) => addressAnswers(scope, clientId));
    expect(answers.map(({ answer }) => answer)).toEqual(["safe", "unknown", "unsafe", "safe"]);
    expect(new Set(answers.map(({ by }) => by))).toEqual(new Set([practice.therapist.name]));
    const audit = (await auditOf(pool, practice.owner)).map(({ action }) => action);
    expect(audit).toEqual(expect.arrayContaining(["letters.address-safe", "letters.address-not-safe"]));
  });

  it("never go to an address that nobody talked about, new or old: the yes belongs to the very address", async () => {
    const { system, accountId, queue, waiting, move } = await ground();
    await queue(message(1));
    await move(`${accountId}@elsewhere.example`);
    expect(await system((scope) => mayWriteTo(scope, accountId))).toBe(false);
    expect(await queue(message(2))).toBe("unwanted");
    expect(await waiting()).toEqual([message(1)]);
  });

  it("bring no link for a new password where the address is not safe, and one to anybody on the staff", async () => {
    const { practice, system, say, accountId } = await ground();
    const both = [accountId, practice.colleague.accountId];
    const [email, staffEmail] = await system(async (scope) => {
      for (const id of both) await setPassword(scope, id, "a hash");
      const rows = await scope.tx.select({ id: account.id, email: account.email }).from(account);
      return both.map((id) => rows.find((row) => row.id === id)?.email ?? "");
    });
    const arrived = async (to = "") => {
      await requestLink(pool, to, "password_reset", testNow);
      return (await mailed(pool, practice.practiceId, testNow)).filter((letter) => letter.to === to).length;
    };
    expect(await arrived(email)).toBe(1);
    await say("unsafe");
    expect(await arrived(email)).toBe(0);
    expect(await arrived(staffEmail)).toBe(1);
  });

  it("that were sent before open nothing from then on, and what was handed over in person still does", async () => {
    const { say, practice, accountId } = await ground();
    const { token } = await withScope(pool, practice.therapist, testNow, (scope) =>
      createInvitation(scope, { accountId }),
    );
    const letters = await mailed(pool, practice.practiceId, testNow);
    const inLetter = letters.find(({ kind }) => kind === "invitation")?.link?.token ?? "";
    const opens = (one: string) => viewLink(pool, one, "invitation", testNow).then((link) => link !== undefined);
    expect([await opens(inLetter), await opens(token)]).toEqual([true, true]);
    await say("unsafe");
    expect([await opens(inLetter), await opens(token)]).toEqual([false, true]);
  });

  it("are the client's own therapist's to ask about, and nobody else's", async () => {
    const { practice, say } = await ground();
    const foreign = await mintPractice(pool);
    for (const actor of [practice.colleague, foreign.owner, foreign.therapist])
      await expect(say("safe", actor)).rejects.toMatchObject({ name: "NotFound" });
    await expect(say("safe", practice.supervisor)).rejects.toThrow();
  });
});
