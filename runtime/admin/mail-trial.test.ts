import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import path from "node:path";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appUrl } from "@/db/testing/database";
import { limitSecret } from "@/db/testing/people";

const root = path.resolve(import.meta.dirname, "..", "..");
const received: { to: string[]; raw: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo({ address }, _, done) {
    done(address.startsWith("gone@") ? Object.assign(new Error("5.1.1 No such mailbox"), { responseCode: 550 }) : null);
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      received.push({
        to: session.envelope.rcptTo.map(({ address }) => address),
        raw: Buffer.concat(parts).toString("utf8"),
      });
      done(null, "Taken under number 7");
    });
  },
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => {
  received.length = 0;
});

/** `npm run admin -- mail ADDRESS`, as somebody at the computer types it. */
function admin(
  address: string,
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs", "--admin", "mail", address], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: appUrl(),
      SEAL_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      NEXTAUTH_SECRET: limitSecret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "any",
      ...env,
    },
  });
  return new Promise((resolve) => {
    let [out, err] = ["", ""];
    child.stdout.on("data", (part) => {
      out += part;
    });
    child.stderr.on("data", (part) => {
      err += part;
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

const port = () => (server.server.address() as AddressInfo).port;
const set = () => ({ SMTP_URL: `smtp://127.0.0.1:${port()}`, MAIL_FROM: "post@nearer.example" });

describe("npm run admin -- mail", () => {
  it("hands one letter over to the mail server that is set, and says what the server answered", async () => {
    const { code, out } = await admin("somebody@people.example", set());
    expect([code, out]).toEqual([0, expect.stringContaining("The mail server took it: 250 Taken under number 7")]);
    expect(received).toMatchObject([{ to: ["somebody@people.example"] }]);
    const letter = await PostalMime.parse(received[0]?.raw ?? "");
    expect(letter).toMatchObject({
      from: { address: "post@nearer.example" },
      subject: "A letter to try the mail server",
    });
    expect(letter.text).toContain("Nothing is to be done.");
    expect(received[0]?.raw).toContain("Auto-Submitted: auto-generated");
  }, 60_000);

  it("says why a server took nothing, and that nobody answers where none is there", async () => {
    const refused = await admin("gone@people.example", set());
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/did not take it: 550 .*No such mailbox/)]);
    const nobody = await admin("somebody@people.example", { ...set(), SMTP_URL: "smtp://127.0.0.1:9" });
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringMatching(/did not take it: .*ECONNREFUSED/)]);
    expect(received).toEqual([]);
  }, 60_000);
});
