import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import pg from "pg";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { layOutThings } from "@/db/testing/client-things";
import { testNow } from "@/db/testing/mint";
import { everyPage } from "@/e2e/every-page";
import { startPractice } from "@/e2e/practice-server";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { readPostmasterFile } from "@/runtime/postmaster-file";
import { findChromium } from "../scripts/chromium.mjs";
import { actionNamed, senderOf, sendForm } from "./action-sender";
import { untilWell } from "./application";
import { corpus, deedsAt, filled } from "./corpora-forms";
import { look, type Seen } from "./corpora-look";
import { told } from "./told";

/**
 * Words that mean something to a browser, a database or a spreadsheet, in every field for words of every action, by whoever may
 * send it; then every page in Chromium as each role. Nothing runs, nothing is refused by the policy because nothing tries, and
 * none of the words stands in a log, in what PostgreSQL keeps of statements, in an address, or in what a browser stores.
 */
const rounds = 10;
const home = path.resolve(import.meta.dirname, "..", ".test", "proof-corpora");
const server = await startPractice("proof-corpora", { withClock: true });
let pool = new pg.Pool({ connectionString: server.databaseUrl, max: 4 });
pool.on("error", () => undefined);
const browser = await chromium.launch({
  ...((await findChromium()) ? { executablePath: (await findChromium()) ?? "" } : {}),
  args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});

/**
 * PostgreSQL is ended by kill -9 while people ask, and begins again with what keeps statements: the supervisor sees that it is gone.
 * No error of it is left to the process of the application.
 */
async function keepStatements(): Promise<void> {
  await pool.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await pool.query("alter system set pg_stat_statements.max = 10000");
  await pool.end();
  let isOver = false;
  const statuses = new Set<number>();
  const asking = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const answer = await fetch(`${server.url}/setup`, { redirect: "manual" }).catch(() => undefined);
      statuses.add(answer?.status ?? 0);
      await answer?.body?.cancel();
    }
  });
  await sleep(500);
  process.kill(readPostmasterFile(path.join(home, "pg"))?.pid ?? 0, "SIGKILL");
  await sleep(3_000);
  await untilWell(server.url);
  isOver = true;
  await Promise.all(asking);
  told(
    !/uncaughtException|unhandledRejection/.test(server.said()) && ![...statuses].some((status) => status === 500),
    `PostgreSQL killed under eight who ask: answered with ${[...statuses].sort().join(", ")}, and no error was left to the process`,
  );
  const port = readFileSync(path.join(home, "port"), "utf8").trim();
  const url = new URL(server.databaseUrl);
  url.port = port;
  pool = new pg.Pool({ connectionString: url.href, max: 4 });
  await pool.query("create extension pg_stat_statements");
}

try {
  const { sealKeys, passwords } = JSON.parse(readFileSync(path.join(home, "secrets.json"), "utf8"));
  holdKeyRing(readKeyRing(sealKeys));
  server.setClockAhead(testNow.getTime() + 3_600_000 - Date.now());
  await keepStatements();
  const { practice, ines, ids } = await layOutThings(pool);
  const { practiceId } = practice;
  const now = () => new Date(testNow.getTime() + 3_600_000);
  const token = async (account: string, kind: "staff" | "client") =>
    (await mintSession(pool, practiceId, account, kind, now())).token;
  const { rows: partners } = await pool.query<{ account: string }>(
    "select account_id as account from client where practice_id = $1 and id = $2",
    [practiceId, ids.partnerId],
  );
  const who = {
    owner: { account: practice.owner.accountId, kind: "staff" },
    therapist: { account: practice.therapist.accountId, kind: "staff" },
    supervisor: { account: practice.supervisor.accountId, kind: "staff" },
    client: { account: ines.accountId, kind: "client" },
    partner: { account: partners[0]?.account ?? "", kind: "client" },
  } as const;

  const decisions = [
    ids.decisionId,
    ids.appointmentId,
    ids.noteId,
    ids.goalId,
    ids.chartNoteId,
    ids.moveId,
    ids.requestId,
  ];
  const of = (clientId: string) => ({
    ...{ client: clientId, account: practice.colleague.accountId, assessment: ids.openSitting, event: ids.eventId },
    ...{
      attempt: ids.attemptId,
      version: ids.versionId,
      session: "",
      assignment: ids.assignmentId,
      couple: ids.coupleId,
    },
    ...{ letter: ids.letterId, instrument: ids.instrument },
  });
  const deeds = deedsAt(of(ids.clientId), decisions);
  const taken = new Map<string, number>();
  let sent = 0;
  const failed: string[] = [];
  for (const isEnd of [false, true]) {
    for (const role of ["client", "therapist", "owner"] as const) {
      const { account, kind } = who[role];
      const by = await senderOf(
        server.url,
        await token(account, kind),
        kind === "client" ? "/portal/account" : "/account",
      );
      const mine = deeds.filter(
        ({ name, isEnd: ending }) =>
          ending === isEnd &&
          /\(portal\)/.test(name) === (kind === "client") &&
          !/\(in-session\)|door|setup/i.test(name),
      );
      for (let round = 0; round < (isEnd ? 2 : rounds); round += 1)
        for (const deed of mine) {
          const answer = await sendForm(by, actionNamed(deed.name), filled(deed, round));
          sent += 1;
          if (!answer || answer.status >= 500) failed.push(`${role} at ${deed.name}: ${answer?.status ?? "no answer"}`);
          else if (answer.status < 400 && !/"status":"refused"|"session":/.test(answer.text))
            taken.set(deed.name, (taken.get(deed.name) ?? 0) + 1);
        }
    }
  }
  const named = new Set(deeds.map(({ name }) => name));
  console.log(
    `  ${sent} forms of ${named.size} actions that take words; ${[...taken.values()].reduce((sum, n) => sum + n, 0)} taken, by ${taken.size} actions`,
  );
  told(
    failed.length === 0,
    `no form failed${[...new Set(failed)]
      .slice(0, 10)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );
  told(taken.size > 25, "and enough were taken for the pages to hold them");

  const seen: Seen = { ran: [], refused: [], kept: [], shown: 0, pages: 0 };
  const { staff, portal } = await everyPage(pool, practiceId, {
    most: 2,
    clients: [ids.clientId, ids.partedId, ids.otherId],
  });
  for (const [role, { account, kind }] of Object.entries(who)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: sessionCookie, value: await token(account, kind), url: server.url }]);
    const before = seen.pages;
    const readOnly = staff.filter((at) => /^\/(clients|couples|sessions|inbox|caseload)/.test(at));
    await look(server.url, context, kind === "client" ? portal : role === "supervisor" ? readOnly : staff, seen);
    console.log(`  ${role}: ${seen.pages - before} pages`);
    await context.close();
  }
  // That this would be seen: a page on which somebody does try.
  const control = await browser.newContext();
  const trial: Seen = { ran: [], refused: [], kept: [], shown: 0, pages: 0 };
  await look(server.url, control, ["/sign-in"], trial);
  const page = await control.newPage();
  await page.goto(`${server.url}/sign-in`);
  const tries = await page.evaluate(async () => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = 1">');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const one = window as unknown as { refused: string[]; ran?: number };
    return { refused: one.refused.length, ran: one.ran };
  });
  await control.close();
  told(
    tries.refused > 0 && tries.ran === undefined,
    "markup that does come in is refused by the policy, and seen here",
  );
  told(seen.shown > 20, `${seen.pages} pages opened, ${seen.shown} of them show such words as words`);
  told(
    seen.ran.length === 0,
    `nothing ran and no page failed${[...new Set(seen.ran)]
      .slice(0, 8)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );
  told(
    seen.refused.length === 0,
    `nothing had to be refused by the policy${[...new Set(seen.refused)]
      .slice(0, 8)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );
  told(
    seen.kept.length === 0,
    `none of it in an address or in what the browser keeps${seen.kept
      .slice(0, 8)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );

  const telling = corpus.filter((one) => one.trim().length > 8).map((one) => one.trim());
  const { rows: statements } = await pool.query<{ query: string }>("select query from pg_stat_statements");
  const inStatements = statements.filter(({ query }) => telling.some((one) => query.includes(one)));
  told(
    statements.length > 100 && inStatements.length === 0,
    `none in the ${statements.length} statements that PostgreSQL remembers`,
  );
  const secret = [...Object.values(passwords as Record<string, string>), String(sealKeys).slice(3)];
  told(!statements.some(({ query }) => secret.some((one) => query.includes(one))), "nor a password of a role or a key");
  const logs =
    readdirSync(server.logDir)
      .map((file) => readFileSync(path.join(server.logDir, file), "utf8"))
      .join("\n") + server.said();
  told(
    ![...telling, ...secret].some((one) => logs.includes(one)),
    `nor in ${Math.round(logs.length / 1024)} KB of logs`,
  );
} finally {
  await browser.close();
  await pool.end();
  await server.stop();
}
