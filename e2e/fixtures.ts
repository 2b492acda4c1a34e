import { test as base, expect, type Page } from "@playwright/test";
import { Pool } from "pg";
import type { LetterKind } from "@/lib/messages/letter-kinds";
import { holdServersKeys } from "./couple";
import { type Letter, lettersTo } from "./post-office";

export type Mailbox = {
  /** The newest letter to an address with a link that works once, as soon as there is one. */
  waitFor: (address: string) => Promise<Letter>;
  /** The letter that something waits, by what it is about. */
  about: (address: string, kind: LetterKind, id?: string) => Promise<Letter>;
  /** The first link in a letter. */
  linkIn: (letter: Letter) => string;
};

/** Quoted-printable line ends undone. */
const unfolded = (raw: string) => raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");

/** The letters of one server, read from the folder in which its mail server keeps them and from its outbox. */
export function mailboxIn(dir: string, outbox: Pool): Mailbox {
  const arrived = async (address: string, which: () => Promise<(letter: Letter) => boolean>): Promise<Letter> => {
    const found = async () =>
      lettersTo(dir, address)
        .filter(await which())
        .at(-1);
    await expect.poll(async () => (await found()) !== undefined, { timeout: 45_000 }).toBe(true);
    const letter = await found();
    if (!letter) throw new Error(`No such letter to ${address}.`);
    return letter;
  };
  return {
    waitFor: (address) =>
      arrived(
        address,
        async () =>
          ({ raw }) =>
            /\/(invitation|reset-password)\//.test(unfolded(raw)),
      ),
    // Read anew each time: what it is about may not have happened yet.
    about: (address, kind, id) =>
      arrived(address, async () => {
        const { rows } = await outbox.query<{ id: string }>(
          `select o.id from outbox_letter o join account a on a.practice_id = o.practice_id and a.id = o.account_id
            where a.email = $1 and o.about_kind = $2 and coalesce(o.about_id = $3, true)`,
          [address, kind, id ?? null],
        );
        return ({ raw }) => rows.some((row) => raw.includes(`<${row.id}.`));
      }),
    linkIn: ({ raw }) => {
      const link = /https?:\/\/[^\s"<>]+/.exec(unfolded(raw))?.[0];
      if (!link) throw new Error("The letter holds no link.");
      return link;
    },
  };
}

/** Everything that a page complains about in its console from now on. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 404/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

type Server = {
  serverUrl: string;
  setupToken: string;
  databaseUrl: string;
  mailDir: string;
  mailbox: Mailbox;
  pool: Pool;
};

/** Set by e2e/server.ts before any test process starts. What every journey may use: the running application, its one-time token, its database and the mail it sent. */
export const test = base.extend<object, Server>({
  serverUrl: [process.env.NEARER_E2E_URL ?? "", { scope: "worker", option: true }],
  setupToken: [process.env.NEARER_E2E_SETUP_TOKEN ?? "", { scope: "worker", option: true }],
  databaseUrl: [process.env.NEARER_E2E_DATABASE_URL ?? "", { scope: "worker", option: true }],
  mailDir: [process.env.NEARER_E2E_MAIL_DIR ?? "", { scope: "worker", option: true }],
  mailbox: [
    async ({ mailDir: dir, databaseUrl }, use) => {
      const outbox = new Pool({ connectionString: databaseUrl, max: 1 });
      await use(mailboxIn(dir, outbox));
      await outbox.end();
    },
    { scope: "worker" },
  ],
  /** The database behind the application, with its keys: what is sealed by a journey the application reads. */
  pool: [
    async ({ databaseUrl }, use) => {
      holdServersKeys();
      const pool = new Pool({ connectionString: databaseUrl, max: 3 });
      await use(pool);
      await pool.end();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ serverUrl }, use) => use(serverUrl),
  /** A page that complains in its console fails its journey. A 404 that the journey asked for is no complaint. */
  page: async ({ page }, use) => {
    const complaints = complaintsOf(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
