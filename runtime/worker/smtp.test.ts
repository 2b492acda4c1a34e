import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { letterNamedIn, readStopToken } from "@/db/commands/letters/letter-token";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import type { LetterLink } from "@/lib/messages/letter-shape";
import { linkPath } from "@/lib/messages/letter-words";
import type { ClaimedLetter } from "./claim-letters";
import { openMailer } from "./smtp";

const key = "a key of thirty-two signs and more";
const received: { sender: string; recipients: string[]; words: string; raw: string }[] = [];
/** What the server says to an address, instead of taking it. */
const refusals: Record<string, string> = {
  "gone@people.example": "550 5.1.1 No such mailbox here: gone, Ines Marchetti",
  "closed@people.example": "552 The mailbox takes nothing",
  "busy@people.example": "450 4.2.1 Try again later",
  "blocked@people.example": "554 5.7.1 We take nothing from you",
};
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _, done) {
    const refusal = refusals[address];
    done(refusal ? Object.assign(new Error(refusal), { responseCode: Number(refusal.slice(0, 3)) }) : null);
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      const raw = Buffer.concat(parts).toString("utf8");
      received.push({ sender, recipients, raw, words: raw.replace(/=\r\n/g, "") });
      done();
    });
  },
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

const settings = {
  DATABASE_WORKER_URL: "postgres://unused",
  APP_URL: "https://nearer.example",
  MAIL_FROM: "post@nearer.example",
  LETTER_KEY: key,
  PLAIN_TRANSPORT: [],
};
const portOfServer = () => (server.server.address() as AddressInfo).port;

type More = Partial<ClaimedLetter> & { port?: number; bounces?: string; host?: string; plain?: string[] };

async function send(to: string, kind: LetterKind = "message", link: LetterLink | null = null, more: More = {}) {
  const { port = portOfServer(), bounces, host = "127.0.0.1", plain = [], ...rest } = more;
  const faults: unknown[] = [];
  const way = { SMTP_URL: `smtp://${host}:${port}`, PLAIN_TRANSPORT: plain };
  const server = { ...settings, ...way, ...(bounces ? { MAIL_BOUNCES: bounces } : {}) };
  const post = openMailer(server, (fault) => faults.push(fault));
  const ids = { id: randomUUID(), practiceId: randomUUID(), accountId: randomUUID() };
  const look = {
    isToStaff: false,
    practice: "Northbank",
    sender: "Nearer",
    replyTo: null,
    standsFor: [],
    minutes: 30,
    week: null,
  };
  const letter = { ...ids, ...look, to, tries: 1, kind, link, urgent: false, recordNumber: null, ...rest };
  return { posted: await post?.(letter, async () => true), faults, letter };
}

describe("the post", () => {
  it("reaches the one address it was given", async () => {
    expect(await send("ines+nearer@people.example")).toMatchObject({ posted: "taken", faults: [] });
    expect(received.map(({ recipients }) => recipients)).toEqual([["ines+nearer@people.example"]]);
  });

  it.each([
    '"alma@evil.example x"@people.example',
    '"alma, mallory"@people.example',
    "alma@people.example, mallory@evil.example",
    "alma@people.example;mallory@evil.example",
    "alma@people.example\r\nRCPT TO:<mallory@evil.example>",
    "alma@people.example\nBcc: mallory@evil.example",
    "alma＠evil.example",
    "alma@evil.example＠people.example",
    "alma﹫people.example",
    "alma@evil.example@people.example",
    "Alma <mallory@evil.example>",
    "alma(mallory@evil.example)@people.example",
    "alma@people.exаmple",
    "alma@[127.0.0.1]",
    "group:mallory@evil.example;",
    "",
  ])("refuses an address before anything is sent: %j", async (to) => {
    expect(await send(to)).toMatchObject({ posted: "refused", faults: [expect.any(Error)] });
    expect(received).toEqual([]);
  });

  it("carries a link in a letter that has one, and says nothing of what waits", async () => {
    const token = "t".repeat(43);
    await send("ines@people.example", "invitation", { token, minutes: 7 * 1440, inviter: "Alma Keller of Northbank" });
    await send("ines@people.example", "password-link", { token, minutes: 60, inviter: "Northbank" });
    const [invitation, password] = received.map(({ words }) => words);
    expect(invitation).toContain(`https://nearer.example${linkPath("invitation", token)}`);
    expect(invitation).toContain("The link works once, for seven days.");
    expect(password).toContain(`https://nearer.example${linkPath("password-link", token)}`);
    expect(password).toContain("The link works once, for one hour.");
    expect(`${invitation}${password}`).not.toMatch(/therap|intima|sex|clinic|client|patient|couple|partner|practice/i);
  });

  it("tells no lie when the server does not take it, and is none where mail is not set up", async () => {
    expect((await send("ines@people.example", "message", null, { port: 1 })).posted).toBe("refused");
    expect(openMailer(settings, () => undefined)).toBeNull();
  });

  it("goes to a mail server elsewhere by TLS or not at all, but where somebody says that the way is closed", async () => {
    // Leads to this machine, under a number that does not say so.
    const host = "0.0.0.0";
    const open = await send("ines@people.example", "message", null, { host });
    expect(open).toMatchObject({ posted: "refused", faults: [expect.objectContaining({ code: "ETLS" })] });
    expect(received).toEqual([]);
    const closed = await send("ines@people.example", "message", null, { host, plain: [host] });
    expect(closed).toMatchObject({ posted: "taken", faults: [] });
  });

  it.each([
    ["gone@people.example", { bounced: "5.1.1" }],
    ["closed@people.example", { bounced: "552" }],
    ["busy@people.example", "refused"],
    ["blocked@people.example", "refused"],
  ])("tells a mailbox that is not there from a server that may take it later: %s", async (to, posted) => {
    expect((await send(to)).posted).toEqual(posted);
    expect(received).toEqual([]);
  });
});

/** The message as a mail program reads it. */
const read = (words: string) => PostalMime.parse(words);
const headerOf = ({ headers }: Email, name: string) => headers.find(({ key: one }) => one === name)?.value;

describe("a letter", () => {
  it("to a client has the neutral name, and is stopped by one click that is bound to them and to this kind", async () => {
    const { letter } = await send("ines@people.example", "message", null, {
      sender: "Willow",
      replyTo: "a@north.example",
    });
    const mail = await read(received[0]?.raw ?? "");
    expect(mail.from).toEqual({ name: "Willow", address: "post@nearer.example" });
    expect(mail.replyTo).toMatchObject([{ address: "post@nearer.example" }]);
    expect(headerOf(mail, "auto-submitted")).toBe("auto-generated");
    expect(headerOf(mail, "content-language")).toBe("en-GB");
    expect(headerOf(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const address = headerOf(mail, "list-unsubscribe") ?? "";
    const token = /^<https:\/\/nearer\.example\/api\/letters\/([\w-]+)>$/.exec(address)?.[1] ?? "";
    const { practiceId, accountId } = letter;
    expect(readStopToken(key, token)).toEqual({ practiceId, accountId, kind: "letters" });
    expect(mail.text).toContain(`https://nearer.example/letters/off/${token}`);
    expect(mail.html).toContain('lang="en-GB"');
    expect(mail.html).toContain("Something new is there for you.");
    expect(`${mail.subject}${mail.html}`).not.toMatch(/Northbank|<img|@import|<link/);
  });

  it("to staff names the practice and leads to the thing; about safety it cannot be switched off", async () => {
    const staff = { isToStaff: true, practice: "Northbank, Ltd “N”", replyTo: "desk@north.example" };
    await send("alma@north.example", "client-message", null, { ...staff, standsFor: ["messages", "answers"] });
    await send("alma@north.example", "event", null, { ...staff, urgent: true });
    const [news, urgent] = await Promise.all(received.map(({ raw }) => read(raw)));
    if (!news || !urgent) throw new Error("Two letters were sent.");
    expect(news.from).toEqual({ name: staff.practice, address: "post@nearer.example" });
    expect(news.replyTo).toMatchObject([{ address: "desk@north.example" }]);
    expect(news.subject).toBe(`${staff.practice}: new messages and answers`);
    expect(news.text).toMatch(/https:\/\/nearer\.example\/letters\/[0-9a-f-]{36}\n/);
    expect(headerOf(news, "list-unsubscribe")).toBeDefined();
    expect(urgent.subject).toMatch(/^URGENT, Northbank/);
    expect(headerOf(urgent, "importance")).toBe("High");
    expect(headerOf(urgent, "list-unsubscribe")).toBeUndefined();
  });

  it("comes back to an address of its own, and is named so that nobody can make its name up", async () => {
    const { letter } = await send("ines@people.example", "message", null, { bounces: "bounces@nearer.example" });
    const [{ sender = "", raw = "" } = {}] = received;
    expect(sender).toMatch(/^bounces\+[0-9a-f]{32}\.[0-9a-f]{20}@nearer\.example$/);
    expect((sender.split("@")[0] ?? "").length).toBeLessThanOrEqual(64);
    expect(letterNamedIn(key, sender)).toBe(letter.id);
    const { messageId = "" } = await read(raw);
    expect(letterNamedIn(key, messageId)).toBe(letter.id);
    expect(letterNamedIn("another key of thirty-two signs", messageId)).toBeNull();
    expect(
      letterNamedIn(
        key,
        messageId.replace(/\.[0-9a-f]/, (sign) => (sign === ".0" ? ".1" : ".0")),
      ),
    ).toBeNull();
  });
});
