import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { letterKeyOf, letterName, shortLetterName } from "@/db/commands/letters/letter-token";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { listLostLetters } from "@/db/queries/letters/lost-letters";
import { withScope } from "@/db/scope";
import { appUrl, testPool } from "@/db/testing/database";
import { mailed } from "@/db/testing/mailed";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { lettersOf } from "@/db/testing/open-event";
import { auditOf } from "@/db/testing/tenancy";
import { runBounce } from "@/runtime/bounce";
import { readBounceReport } from "@/runtime/bounce-report";

const secret = "a secret of thirty-two characters";
const key = letterKeyOf(secret);
const pool = testPool();

type Report = {
  to?: string;
  /** The Message-ID in what was returned. */
  named?: string;
  action?: string;
  status?: string;
  type?: string;
  returned?: string;
};

/** A report as Postfix writes one. */
const report = ({
  to = "bounces@nearer.example",
  named = "nobody@nearer.example",
  action = "failed",
  status = "5.1.1",
  type = "multipart/report; report-type=delivery-status",
  returned = "text/rfc822-headers",
}: Report) =>
  [
    ...["From: MAILER-DAEMON@mx.example", `To: ${to}`, "Subject: Undelivered Mail Returned to Sender"],
    ...["Auto-Submitted: auto-replied", "MIME-Version: 1.0", `Content-Type: ${type}; boundary="b"`, ""],
    ...["--b", "Content-Type: text/plain", "", "I am sorry. <ines@people.example>: no such mailbox", ""],
    ...["--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example", ""],
    ...[`Final-Recipient: rfc822; ines@people.example`, `Action: ${action}`, `Status: ${status}`],
    ...["Diagnostic-Code: smtp; 550 5.1.1 No such mailbox", ""],
    ...["--b", `Content-Type: ${returned}`, "", "From: Nearer <post@nearer.example>", `Message-ID: <${named}>`, ""],
    ...["--b--", ""],
  ].join("\r\n");

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", appUrl());
  vi.stubEnv("SEAL_KEYS", `k1:${Buffer.alloc(32, 7).toString("base64")}`);
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "any");
});
afterAll(() => vi.unstubAllEnvs());

/** What the command says of a message that is piped to it. */
async function piped(message: string): Promise<string> {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const input = Readable.from([Buffer.from(message.slice(0, 100)), Buffer.from(message.slice(100))]);
  expect(await runBounce({ root: process.cwd(), input })).toBe(0);
  const [line] = said.mock.calls.map(([words]) => String(words));
  said.mockRestore();
  return line ?? "";
}

/** A client with one letter that the mail server took a minute ago. */
async function ground() {
  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { now });
  const ago = new Date(now.getTime() - 60_000);
  await withScope(pool, practice.system, ago, (scope) =>
    queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: randomUUID() } }),
  );
  const waiting = await lettersOf(pool, practice);
  const id = waiting[0]?.id ?? "";
  const send = () => mailed(pool, practice.practiceId, ago);
  const letter = async () => (await lettersOf(pool, practice)).find((one) => one.id === id);
  const lost = () =>
    withScope(pool, practice.therapist, new Date(), (scope) => listLostLetters(scope, client.clientId));
  return { practice, client, id, send, letter, lost };
}

describe("a letter that comes back", () => {
  it.each([
    ["its own address", (id: string): Report => ({ to: `bounces+${shortLetterName(key, id)}@nearer.example` })],
    [
      "its own address in capitals",
      (id: string) => ({ to: `BOUNCES+${shortLetterName(key, id).toUpperCase()}@X.EXAMPLE` }),
    ],
    ["what was returned of it", (id: string) => ({ named: `${letterName(key, id)}@nearer.example` })],
    [
      "the whole letter, returned",
      (id: string) => ({ named: `${letterName(key, id)}@nearer.example`, returned: "message/rfc822" }),
    ],
  ])("is known by %s, stands on the record, and is kept once", async (_, named) => {
    const { practice, client, id, send, letter, lost } = await ground();
    await send();
    expect(await lost()).toEqual([]);
    expect(await piped(report(named(id)))).toMatch(/^A letter came back/);
    expect(await letter()).toMatchObject({
      bouncedAt: expect.any(Date),
      bounceCode: "5.1.1",
      sentAt: expect.any(Date),
    });
    expect(await lost()).toMatchObject([{ id, kind: "message", standing: "bounced" }]);
    expect(await piped(report(named(id)))).toMatch(/nothing was changed/);
    const told = (await auditOf(pool, practice.system)).filter(({ action }) => action === "outbox.letter-bounced");
    expect(told).toEqual([{ action: "outbox.letter-bounced", client_id: client.clientId, actor_id: null }]);
  });

  it("is not believed where it is unsigned, signed elsewhere, about another, never sent, late, or no report at all", async () => {
    const { id, send, letter } = await ground();
    const named = `${letterName(key, id)}@nearer.example`;
    expect(await piped(report({ named }))).toMatch(/nothing was changed/);
    await send();
    const elsewhere = letterName(letterKeyOf("another secret of thirty-two signs"), id);
    const forged: Report[] = [
      { named: `${id}@nearer.example` },
      { named: `${id}.${"0".repeat(20)}@nearer.example` },
      { named: `${elsewhere}@nearer.example` },
      { named: `${letterName(key, randomUUID())}@nearer.example` },
      { to: `bounces+${shortLetterName(key, randomUUID())}@nearer.example` },
      { named, action: "delayed", status: "4.4.1" },
      { named, action: "delayed" },
      { named, action: "delivered", status: "2.0.0" },
      { named, status: "2.0.0" },
      { named: "", to: "" },
    ];
    for (const one of forged) expect(await piped(report(one)), JSON.stringify(one)).toMatch(/nothing was changed/);
    const answer = `From: ines@people.example\r\nIn-Reply-To: <${named}>\r\nSubject: away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
    const below = report({}).replace("--b--", `\r\nMessage-ID: <${named}>\r\n--b--`);
    for (const words of [answer, below, "", "\0\0\0", named]) expect(await piped(words)).toMatch(/nothing was changed/);
    expect(await letter()).toMatchObject({ bouncedAt: null, bounceCode: null, setAsideAt: null });
  });

  it("after days of trying is lost, whatever the last try met", async () => {
    const { id, send, lost } = await ground();
    await send();
    const gaveUp = report({ named: `${letterName(key, id)}@nearer.example`, status: "4.4.1" });
    expect(await piped(gaveUp)).toMatch(/^A letter came back/);
    expect(await lost()).toMatchObject([{ id, standing: "bounced" }]);
  });

  it("of which nobody knew whether it was taken is known then, and does not go again", async () => {
    const { practice, id, send, letter, lost } = await ground();
    await withScope(pool, practice.system, new Date(), async ({ tx }) => {
      await tx.$client.query("update outbox_letter set handed_over_at = now(), tries = 1 where id = $1", [id]);
    });
    expect(await piped(report({ named: `${letterName(key, id)}@nearer.example` }))).toMatch(/came back/);
    expect(await send()).toEqual([]);
    expect(await letter()).toMatchObject({ sentAt: null, setAsideAt: expect.any(Date), bouncedAt: expect.any(Date) });
    expect(await lost()).toMatchObject([{ standing: "bounced" }]);
  });

  it("keeps the code of whoever will not get it, and nothing of the words", async () => {
    expect(await readBounceReport(Buffer.from(report({ status: "5.2.2 (mailbox full)" })))).toMatchObject({
      code: "5.2.2",
    });
    expect(await readBounceReport(Buffer.from(report({ type: "multipart/mixed" })))).toMatchObject({ code: "5.1.1" });
  });
});
