import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

type Received = { recipients: string[]; words: string };
const received: Received[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ recipients, words: Buffer.concat(parts).toString("utf8") });
      done();
    });
  },
});
const settings: { SMTP_URL?: string; MAIL_FROM: string; appUrl: string } = {
  MAIL_FROM: "post@nearer.example",
  appUrl: "https://nearer.example",
};
vi.mock("./env", () => ({ env: () => settings }));
const { sendLetter } = await import("./mail");
const { invitationLink, sendInvitation, sendPasswordLink } = await import("./invitation-mail");

const letter = { subject: "Something is waiting for you", text: "words" };

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

describe("mail", () => {
  it("reaches the one address it was given", async () => {
    expect(await sendLetter({ to: "ines+nearer@people.example", ...letter })).toBe(true);
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
  ])("is refused before anything is sent: %j", async (to) => {
    expect(await sendLetter({ to, ...letter })).toBe(false);
    expect(received).toEqual([]);
  });

  it("says that something is waiting, and nothing of what", async () => {
    const token = "t".repeat(43);
    expect(await sendInvitation("ines@people.example", token, "Alma Keller of Northbank")).toBe(true);
    expect(await sendPasswordLink("ines@people.example", token)).toBe(true);
    for (const { words } of received) {
      expect(words).not.toMatch(/therap|intima|sex|clinic|client|patient|couple|partner|practice/i);
    }
    const [invitation] = received;
    expect(invitation?.words).toContain("Alma Keller of Northbank invites you to Nearer.");
    expect(invitation?.words.replace(/=\r\n/g, "")).toContain(invitationLink(token));
  });

  it("tells no lie when the server does not take it, or there is none", async () => {
    const { SMTP_URL = "" } = settings;
    settings.SMTP_URL = "smtp://127.0.0.1:1";
    expect(await sendLetter({ to: "ines@people.example", ...letter })).toBe(false);
    delete settings.SMTP_URL;
    expect(await sendLetter({ to: "ines@people.example", ...letter })).toBe(false);
    settings.SMTP_URL = SMTP_URL;
  });
});
