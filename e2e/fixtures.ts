import { test as base, expect } from "@playwright/test";
import { type Letter, lettersTo } from "./post-office";

type Mailbox = {
  /** All letters to an address so far. */
  to: (address: string) => Letter[];
  /** The newest letter to an address, once there are at least `count` of them. */
  waitFor: (address: string, count?: number) => Promise<Letter>;
  /** The first link in a letter, with quoted-printable line ends undone. */
  linkIn: (letter: Letter) => string;
};

type Server = { serverUrl: string; setupToken: string; databaseUrl: string; mailDir: string; mailbox: Mailbox };

/** Set by e2e/server.ts before any test process starts. What every journey may use: the running application, its one-time token, its database and the mail it sent. */
export const test = base.extend<object, Server>({
  serverUrl: [process.env.NEARER_E2E_URL ?? "", { scope: "worker", option: true }],
  setupToken: [process.env.NEARER_E2E_SETUP_TOKEN ?? "", { scope: "worker", option: true }],
  databaseUrl: [process.env.NEARER_E2E_DATABASE_URL ?? "", { scope: "worker", option: true }],
  mailDir: [process.env.NEARER_E2E_MAIL_DIR ?? "", { scope: "worker", option: true }],
  mailbox: [
    async ({ mailDir: dir }, use) => {
      await use({
        to: (address) => lettersTo(dir, address),
        waitFor: async (address, count = 1) => {
          await expect.poll(() => lettersTo(dir, address).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(count);
          const newest = lettersTo(dir, address).at(-1);
          if (!newest) throw new Error(`No letter to ${address}.`);
          return newest;
        },
        linkIn: ({ raw }) => {
          const plain = raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
          const link = /https?:\/\/[^\s"<>]+/.exec(plain)?.[0];
          if (!link) throw new Error("The letter holds no link.");
          return link;
        },
      });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ serverUrl }, use) => use(serverUrl),
  /** A page that complains in its console fails its journey. A 404 that the journey asked for is no complaint. */
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 404/.test(message.text())) complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
