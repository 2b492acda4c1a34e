import { request } from "@playwright/test";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { attacks, servedActions } from "@/e2e/security/actions";
import { fingerprint, mintAttackers } from "@/e2e/security/attackers";
import { sessionCookie } from "@/e2e/security/minted-session";
import { markOf } from "@/e2e/security/sending";
import { applicationOf, megabytesOf, untilWell } from "./application";
import { malformed, nothing, numbersFrom } from "./malformed";
import { percentile, told } from "./told";

/**
 * Ten thousand payloads that no page of ours sends, over every action of the production build, from somebody who is nobody, from a
 * client and from an owner, six at a time. The process lives, says nothing of itself, does nothing for nobody, and its memory is
 * bounded. MALFORMED_SEED: the same again; MALFORMED_COUNT: fewer.
 */
const count = Number(process.env.MALFORMED_COUNT ?? 10_000);
const seed = Number(process.env.MALFORMED_SEED ?? Date.now() % 1_000_000);
const atOnce = 6;
const mostMegabytes = 350;
/** What only somebody sees who reads the program or its database. */
const inside =
  /node_modules|[^_]\.next\/|\n\s+at [\w.<>]+ \(|select "|insert into "|update "\w+" set|pg_catalog|ECONN|TypeError:|SyntaxError:|drizzle/;

const server = await startPractice("proof-malformed");
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
try {
  const attackers = await mintAttackers(pool);
  const marks = new Map<string, string>();
  for (const role of ["owner", "client"] as const) {
    const visitor = await request.newContext({
      baseURL: server.url,
      extraHTTPHeaders: { cookie: `${sessionCookie}=${attackers.tokens[role]}` },
    });
    marks.set(role, await markOf(visitor, role));
    await visitor.dispose();
  }
  const actions = servedActions();
  const random = numbersFrom(seed);
  const statuses = new Map<number, number>();
  const kindsOf500 = new Map<string, number>();
  const times: number[] = [];
  const leaks: string[] = [];
  let broken = 0;
  const one = async (i: number) => {
    const action = actions[i % actions.length];
    if (!action) return;
    const role = (["nobody", "client", "owner"] as const)[Math.floor(i / actions.length) % 3] ?? "nobody";
    const form = attacks[action.name]?.form(nothing()) ?? {};
    const mark = marks.get(role);
    const { kind, body, headers } = malformed(mark ? { ...form, $whose: mark } : form, random);
    const page = action.page.replace("[...nextauth]", "csrf").replaceAll(/\[\w+\]/g, nothing().client);
    const began = performance.now();
    const answer = await fetch(`${server.url}${page}`, {
      method: "POST",
      redirect: "manual",
      body,
      headers: {
        ...headers,
        "next-action": action.id,
        origin: server.url,
        accept: "text/x-component",
        ...(role !== "nobody" && { cookie: `${sessionCookie}=${attackers.tokens[role]}` }),
      },
    }).catch(() => undefined);
    const text = await answer?.text().catch(() => undefined);
    times.push(performance.now() - began);
    if (!answer || text === undefined) {
      broken += 1;
      return;
    }
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 500) kindsOf500.set(kind, (kindsOf500.get(kind) ?? 0) + 1);
    if (inside.test(text)) leaks.push(`${role}, ${action.name}, ${kind}: ${inside.exec(text)?.[0]}`);
  };
  const others = attackers.practices.slice(1);
  const before = await fingerprint(pool, others);
  const round = async (from: number, to: number) => {
    let next = from;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < to) await one(next++);
      }),
    );
  };
  const pid = applicationOf(server.pid) ?? 0;
  // Once around, so that every page is loaded and what is kept is kept.
  await round(0, Math.floor(count / 4));
  const warm = megabytesOf(pid);
  const healths: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      healths.push(await untilWell(server.url));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  await round(Math.floor(count / 4), count);
  isOver = true;
  await watching;
  const after = megabytesOf(applicationOf(server.pid) ?? 0);
  const said = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`);
  console.log(
    `  seed ${seed}; ${count} payloads over ${actions.length} actions: ${said.join(", ")}; ${broken} connections closed`,
  );
  if (kindsOf500.size > 0) console.log(`  500: ${[...kindsOf500].map(([kind, n]) => `${n} × ${kind}`).join("; ")}`);
  console.log(`  half in ${Math.round(percentile(times, 0.5))} ms, the slowest ${Math.round(percentile(times, 1))} ms`);
  told(applicationOf(server.pid) === pid, "the process is the one that it was");
  told(
    leaks.length === 0,
    `nothing of the inside in any answer${leaks
      .slice(0, 5)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );
  told(
    percentile(healths, 1) < 2_000,
    `it says that it is well meanwhile, at the slowest in ${Math.round(percentile(healths, 1))} ms`,
  );
  told(
    after - warm < mostMegabytes,
    `${Math.round(warm)} MB after a quarter of them, ${Math.round(after)} MB at the end`,
  );
  told(!/uncaughtException|unhandledRejection/.test(server.said()), "no error was left to the process");
  // Somebody's own forms may do what they may: to the other practice nothing may.
  told((await fingerprint(pool, others)) === before, "the other practice is as it was");
} finally {
  await pool.end();
  await server.stop();
}
