import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import pg from "pg";
import { hashPassword } from "@/db/password";
import { type MintedPractice, mintClient, mintPractice } from "@/db/testing/mint";
import { codeFor } from "@/e2e/people";
import { startPractice } from "@/e2e/practice-server";
import { paths } from "@/lib/paths";
import { hasProgram } from "./behind-nginx";
import { firefoxProgram, openFirefox } from "./firefox";
import { type Browser, type Hands, handsOf } from "./hands";
import { askedFor, openVerdict } from "./verdict";
import { openWebkit, webkitPrograms } from "./webkit";

/**
 * The main ways of a client and of a therapist in the two other engines, as Debian has them: Firefox ESR by WebDriver BiDi and
 * WebKitGTK by WebDriver. With real pointers and keys; nothing leaves 127.0.0.1. `npm run proof browsers firefox` takes one.
 */
const password = "otter candle viaduct plum";
const engines: Record<string, { isThere: () => boolean; packages: string; open: () => Promise<Browser> }> = {
  firefox: { isThere: () => existsSync(firefoxProgram), packages: "firefox-esr", open: openFirefox },
  webkit: { isThere: () => webkitPrograms.every(hasProgram), packages: "webkit2gtk-driver xvfb", open: openWebkit },
};
const asked = askedFor().length > 0 ? askedFor() : Object.keys(engines);
for (const name of asked) {
  const engine = engines[name];
  const wrong = !engine
    ? `There is no browser called ${name} here. There are: ${Object.keys(engines).join(", ")}.`
    : engine.isThere()
      ? null
      : `${name} is not installed: apt-get install ${engine.packages}. Nothing was tried.`;
  if (!wrong) continue;
  console.error(wrong);
  process.exit(1);
}

const { check, tell, end } = openVerdict();
/** Where Leave quickly leads: a neutral page of this machine. */
const weather = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end("<title>Weather</title><h1>Rain later</h1>");
});
await new Promise<void>((resolve) => weather.listen(0, "127.0.0.1", () => resolve()));
process.env.LEAVE_URL = `http://127.0.0.1:${(weather.address() as AddressInfo).port}/`;
const server = await startPractice("proof-browsers");
process.env.LEAVE_URL = "";
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });

async function withPassword(accountId: string): Promise<string> {
  const { rows } = await pool.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [accountId, await hashPassword(password)],
  );
  return rows[0]?.email ?? "";
}

async function signIn(hands: Hands, email: string): Promise<void> {
  await hands.go("/sign-in");
  await hands.type("E-mail", email);
  await hands.type("Password", password);
  await hands.press("Sign in");
}

type Step = readonly [what: string, run: () => Promise<unknown>];

/** One step after the other; the first that does not hold ends this way. */
async function walk(who: string, steps: readonly Step[]): Promise<void> {
  for (const [what, run] of steps) {
    const began = performance.now();
    const fault = await run().then(
      () => null,
      (error: Error) => error,
    );
    const took = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
    check(fault === null, fault ? `${who}: ${what}. ${fault.message}` : `${who}: ${what} (${took})`);
    if (fault) return;
  }
}

const sentence = "A sentence about it, if you like";

async function client(hands: Hands, practice: MintedPractice): Promise<void> {
  const now = new Date();
  const minted = await mintClient(pool, practice, {
    name: "Ines Marchetti",
    startDate: now.toISOString().slice(0, 10),
    now,
  });
  const email = await withPassword(minted.accountId);
  const guide = paths.portal.exercise("one-real-feeling");
  await walk("client", [
    [
      "signs in and sees Today",
      async () => {
        await signIn(hands, email);
        await hands.sees("How connected do you feel right now?");
      },
    ],
    [
      "saves a check",
      async () => {
        await hands.choose("6");
        await hands.type("A note, if you like", "We cooked together.");
        await hands.press("Save this check");
        await hands.matches(/Saved \d\d:\d\d/);
      },
    ],
    [
      "the check is there after a reload",
      async () => {
        await hands.go("/portal");
        await hands.sees("Your last check: 6");
      },
    ],
    [
      "walks through a guide to where words are asked, and they are kept",
      async () => {
        await hands.go(guide);
        await hands.sees("Step 1 of 4");
        for (let i = 0; i < 4 && !(await hands.isThere(sentence)); i += 1) {
          const before = /Step \d of 4/.exec(await hands.words())?.[0] ?? "";
          await hands.press("Next");
          await hands.matches(new RegExp(`Step (?!${before.slice(5, 6)})\\d of 4`));
        }
        await hands.type(sentence, "It was quiet, and good.");
        await hands.matches(/Saved \d\d:\d\d/);
      },
    ],
    [
      "leaves quickly: a neutral page, nobody signed in, nothing behind it",
      async () => {
        await hands.press("Leave quickly");
        await hands.sees("Rain later");
        await hands.back();
        const words = await hands.words();
        if (/connected do you feel|Step \d of 4|quiet, and good/.test(words))
          throw new Error(`Back showed: ${words.slice(0, 200)}`);
        await hands.go("/portal");
        await hands.isAt("/sign-in");
      },
    ],
  ]);
}

async function therapist(hands: Hands, practice: MintedPractice): Promise<void> {
  const email = await withPassword(practice.therapist.accountId);
  await walk("therapist", [
    [
      "signs in and sets up the second step",
      async () => {
        await signIn(hands, email);
        await hands.press("Type the key instead");
        const key = String(await hands.ask("document.querySelector('details code').textContent")).replaceAll(" ", "");
        await hands.type("The code that the app shows", codeFor(key));
        await hands.press("Turn it on");
        await hands.sees("Your recovery codes");
      },
    ],
    [
      "sees the caseload",
      async () => {
        await hands.press("Go to Nearer");
        await hands.sees("Ines Marchetti");
      },
    ],
    [
      "opens a client's overview, with what they saved",
      async () => {
        await hands.press("Ines Marchetti");
        await hands.isAt("/overview");
        await hands.sees("Connection");
        await hands.sees("Baseline forming (1 of 14 days)");
      },
    ],
  ]);
}

try {
  for (const name of asked) {
    const browser = await engines[name]?.open();
    if (!browser) continue;
    try {
      const practice = await mintPractice(pool, new Date());
      for (const way of [client, therapist]) {
        const hands = handsOf(await browser.fresh(), server.url);
        await way(hands, practice);
        await hands.close();
      }
      tell(browser.name);
    } finally {
      await browser.close();
    }
  }
} finally {
  weather.close();
  await pool.end();
  await server.stop();
}
end();
