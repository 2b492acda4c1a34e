import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import { type LetterLink, linkPath } from "@/lib/messages/letter-words";
import { openMailer } from "./smtp";

const received: { recipients: string[]; words: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ recipients, words: Buffer.concat(parts).toString("utf8").replace(/=\r\n/g, "") });
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
};
const portOfServer = () => (server.server.address() as AddressInfo).port;

async function send(to: string, kind: LetterKind = "message", link: LetterLink | null = null, port = portOfServer()) {
  const faults: unknown[] = [];
  const post = openMailer({ ...settings, SMTP_URL: `smtp://127.0.0.1:${port}` }, (fault) => faults.push(fault));
  const letter = { id: randomUUID(), to, tries: 1, kind, link, urgent: false, recordNumber: null };
  return { posted: await post?.(letter, async () => true), faults };
}

describe("the post", () => {
  it("reaches the one address it was given", async () => {
    expect(await send("ines+nearer@people.example")).toEqual({ posted: "taken", faults: [] });
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
    expect((await send("ines@people.example", "message", null, 1)).posted).toBe("refused");
    expect(openMailer(settings, () => undefined)).toBeNull();
  });
});
