import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { chooseTiming } from "@/db/commands/letters/choose-timing";
import { letterKeyOf, readStopToken } from "@/db/commands/letters/letter-token";
import { queueLetter } from "@/db/commands/letters/queue-letter";
import { stopLetters } from "@/db/commands/letters/stop-letters";
import { sendMessage } from "@/db/commands/messages/send-message";
import { connect } from "@/db/connect";
import { getCaseloadPage } from "@/db/queries/caseload/caseload-page";
import { withScope } from "@/db/scope";
import { appUrl, testPool, workerUrl } from "@/db/testing/database";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { openPostOffice, type PostOffice } from "@/db/testing/post-office";
import { kindsOf } from "@/db/testing/signals";
import type { ClientActor } from "@/lib/actor";
import { caseloadView } from "@/lib/caseload/view";
import { runBounce } from "@/runtime/bounce";
import { sendLetters } from "./send-letters";
import { openMailer } from "./smtp";

const secret = "a secret of thirty-two characters";
const key = letterKeyOf(secret);
const pool = testPool();
const workers = connect({ url: workerUrl(), max: 4, onIdleError: () => undefined });
const refusals = new Map<string, string>();
let office: PostOffice;

beforeAll(async () => {
  office = await openPostOffice(refusals);
  vi.stubEnv("DATABASE_URL", appUrl());
  vi.stubEnv("SEAL_KEYS", `k1:${Buffer.alloc(32, 7).toString("base64")}`);
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "any");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await workers.end();
});

/** What the worker does with what is due, through the very mailer that it opens. */
async function send({ system }: MintedPractice, at: Date): Promise<number> {
  const post = openMailer(
    {
      ...{ DATABASE_WORKER_URL: workerUrl(), APP_URL: "https://nearer.example", MAIL_FROM: "post@nearer.example" },
      ...{ MAIL_BOUNCES: "bounces@nearer.example", LETTER_KEY: key, PLAIN_TRANSPORT: [], SMTP_URL: office.url },
    },
    () => undefined,
  );
  if (!post) throw new Error("Mail is set up.");
  return sendLetters(workers, system, post, () => at);
}

const lettersTo = async (address: string) =>
  (await office.letters()).filter(({ to }) => to?.some((one) => one.address === address));

describe("the digest of a morning, read in a mail program", () => {
  const sunday = (time: string) => new Date(`2026-11-22T${time}Z`);
  const monday = (time: string) => new Date(`2026-11-23T${time}Z`);
  const choose = (practice: MintedPractice, at: Date) =>
    withScope(pool, practice.therapist, at, (scope) =>
      chooseTiming(scope, { messages: "morning", reflections: "off", answers: "off", week: "off" }),
    );
  const writes = (person: ClientActor, at: Date) =>
    withScope(pool, person, at, (scope) => sendMessage(scope, { id: randomUUID(), body: "Zebra in my words" }));

  it("is one letter for all that came, names the practice and nobody else, and stops by the click of a mail program", async () => {
    const practice = await mintPractice(pool);
    const people = [await mintClient(pool, practice), await mintClient(pool, practice, { name: "Dario Okapi" })];
    await choose(practice, sunday("09:00:00"));
    for (const person of people) await writes(person, sunday("20:00:00"));
    const address = `${practice.therapist.accountId}@staff.example`;
    expect(await send(practice, sunday("23:00:00"))).toBe(0);
    expect(await send(practice, monday("08:00:30"))).toBe(1);
    expect(await send(practice, monday("08:05:00"))).toBe(0);
    const [letter, ...more] = await lettersTo(address);
    expect(more).toEqual([]);
    if (!letter) throw new Error("A letter was sent.");
    const header = (name: string) => letter.headers.find((one) => one.key === name)?.value;
    expect(letter.subject).toBe("Test practice: new messages");
    expect(letter.from).toEqual({ name: "Test practice", address: "post@nearer.example" });
    expect(letter.replyTo?.length).toBe(1);
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("content-language")).toBe("en-GB");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(letter.envelopeFrom).toMatch(/^bounces\+.+@nearer\.example$/);
    expect(letter.text).toContain("Something new is there for you to read: messages.");
    expect(letter.html).toContain("Something new is there for you to read: messages.");
    expect(letter.html).toContain('lang="en-GB"');
    expect(`${letter.subject}${letter.text}${letter.html}`).not.toMatch(/Ines|Okapi|Zebra/);

    // The mail program sends what the header says; what it names is what stops.
    const token = /^<https:\/\/nearer\.example\/api\/letters\/([\w-]+)>$/.exec(header("list-unsubscribe") ?? "")?.[1];
    const stop = readStopToken(key, token ?? "");
    expect(stop).toMatchObject({ accountId: practice.therapist.accountId, kind: "messages" });
    if (stop) await stopLetters(pool, stop, monday("09:00:00"));
    for (const person of people) await writes(person, monday("10:00:00"));
    expect(await send(practice, new Date("2026-11-24T09:00:00Z"))).toBe(0);
    expect(await lettersTo(address)).toHaveLength(1);
  });
});

/** A report of a mail server that a letter of this name was not delivered. */
const report = (to: string) =>
  [
    ...["From: MAILER-DAEMON@mx.example", `To: ${to}`, "Subject: Undelivered", "MIME-Version: 1.0"],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary="b"', ""],
    ...["--b", "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example", ""],
    ...["Final-Recipient: rfc822; ines@people.example", "Action: failed", "Status: 5.1.1", "", "--b--", ""],
  ].join("\r\n");

async function pipe(message: string): Promise<void> {
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await runBounce({ root: process.cwd(), input: Readable.from([Buffer.from(message)]) });
  said.mockRestore();
}

describe("a letter that does not arrive", () => {
  /** A client to whom a letter waits, and what stands on the caseload about them. */
  async function ground() {
    const now = new Date();
    const practice = await mintPractice(pool, now);
    const client = await mintClient(pool, practice, { now });
    await withScope(pool, practice.system, now, (scope) =>
      queueLetter(scope, { accountId: client.accountId, about: { kind: "message", id: randomUUID() } }),
    );
    const address = await withScope(pool, practice.system, now, async ({ tx }) => {
      const { rows } = await tx.$client.query<{ email: string }>("select email from account where id = $1", [
        client.accountId,
      ]);
      return rows[0]?.email ?? "";
    });
    const reasons = () =>
      withScope(pool, practice.therapist, new Date(), async (scope) => {
        const view = caseloadView.parse({ state: "all" });
        const { facts, counts } = await getCaseloadPage(scope, view, null);
        return { kinds: kindsOf(facts[0]), needsYou: counts["needs-you"].count };
      });
    return { practice, address, reasons, now };
  }

  it("is a reason on the caseload when the mail server refuses its address for good, and is not sent again", async () => {
    const { practice, address, reasons, now } = await ground();
    refusals.set(address, "550 5.1.1 No such mailbox");
    expect((await reasons()).kinds).not.toContain("letter-lost");
    expect(await send(practice, now)).toBe(0);
    expect((await reasons()).kinds).toContain("letter-lost");
    expect((await reasons()).needsYou).toBe(1);
    refusals.delete(address);
    expect(await send(practice, new Date(now.getTime() + 3_600_000))).toBe(0);
    expect(await lettersTo(address)).toEqual([]);
  });

  it("is one when a report of it is piped in later, and a forged or unknown one changes nothing", async () => {
    const { practice, address, reasons, now } = await ground();
    expect(await send(practice, now)).toBe(1);
    const [letter] = await lettersTo(address);
    const own = letter?.envelopeFrom ?? "";
    const [name = "", signature = ""] = (own.split("@")[0] ?? "").replace("bounces+", "").split(".");
    const others = [
      `bounces+${name}.${"0".repeat(signature.length)}@nearer.example`,
      `bounces+${"0".repeat(name.length)}.${signature}@nearer.example`,
      `bounces+${name}@nearer.example`,
      "bounces@nearer.example",
    ];
    for (const forged of others) await pipe(report(forged));
    await pipe(report(own).replace("Action: failed", "Action: delayed"));
    expect((await reasons()).kinds).not.toContain("letter-lost");
    await pipe(report(own));
    expect((await reasons()).kinds).toContain("letter-lost");
    expect((await reasons()).needsYou).toBe(1);
  });
});
