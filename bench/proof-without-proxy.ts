import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { request } from "@playwright/test";
import pg from "pg";
import { startPractice } from "@/e2e/practice-server";
import { attacks, servedActions } from "@/e2e/security/actions";
import { type Ids, type Role, roles } from "@/e2e/security/attack";
import { fingerprint, mintAttackers, visitorsOf } from "@/e2e/security/attackers";
import { routes } from "@/e2e/security/routes";
import { markOf, send } from "@/e2e/security/sending";
import { numbered } from "@/lib/paths";
import { copyOfTree } from "./mutants/tree-copy";
import { told } from "./told";

/**
 * A build of the same sources without proxy.ts. Nobody opens what is somebody's, in any way of asking that Next knows; no action does
 * what is not its sender's. That file shortens a way and sets headers, and decides nothing.
 */
const root = path.resolve(import.meta.dirname, "..");
const copy = path.join(root, ".test", "without-proxy");
rmSync(copy, { recursive: true, force: true });
copyOfTree(copy);
rmSync(path.join(copy, "proxy.ts"));
// Next looks for its parts below its own root: links to the same files, which take no room.
const linked = spawnSync("cp", ["-al", path.join(root, "node_modules"), path.join(copy, "node_modules")]);
if (linked.status !== 0) {
  console.error("The modules could not be linked: cp -al does it on Linux, inside one file system. Nothing was tried.");
  process.exit(1);
}

/** Other ways in which Next, or somebody who knows it, asks for the same page. */
const ways: Record<string, (at: string) => { at: string; headers?: Record<string, string> }> = {
  document: (at) => ({ at }),
  payload: (at) => ({ at: `${at}?_rsc=x1`, headers: { rsc: "1" } }),
  prefetch: (at) => ({ at, headers: { rsc: "1", "next-router-prefetch": "1" } }),
  "a segment ahead": (at) => ({ at, headers: { rsc: "1", "next-router-segment-prefetch": "/_tree" } }),
  ".rsc": (at) => ({ at: `${at}.rsc` }),
  ".segments": (at) => ({ at: `${at}.segments/_tree.segment.rsc` }),
  "_next/data": (at) => ({ at: `/_next/data/x${at}.json` }),
  "as if the proxy had seen it": (at) => ({
    at,
    headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  }),
  "as if the proxy had let it in": (at) => ({ at, headers: { "x-middleware-next": "1", "x-middleware-rewrite": at } }),
  "with a cookie that says nothing": (at) => ({ at, headers: { cookie: "nearer-session=x; __Host-nearer-session=y" } }),
};

const server = await startPractice("proof-without-proxy", { from: copy });
const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
try {
  const attackers = await mintAttackers(pool);
  const visitors = await visitorsOf(request, server.url, attackers);
  const nobody = visitors.get("nobody");
  if (!nobody) throw new Error("nobody");
  const bare = await nobody.get("/sign-in", { maxRedirects: 0 });
  told(
    !bare.headers()["content-security-policy"]?.includes("nonce-"),
    "the build has no proxy: no page gets its policy",
  );
  for (const [role, at] of [
    ["owner", "/caseload"],
    ["client", "/portal"],
  ] as const) {
    const answer = await visitors.get(role)?.get(at, { maxRedirects: 0 });
    told(answer?.status() === 200, `and it works: ${role} at ${at}`);
  }

  const { own } = attackers;
  const closed = Object.entries(routes).filter(([, { opens }]) => !opens.includes("nobody"));
  const open: string[] = [];
  let asked = 0;
  for (const [route] of closed) {
    const address = route
      .replace("[clientId]", own.client)
      .replace("[assessmentId]", own.assessment)
      .replace("[key]", route.startsWith("/library") ? "five-dimensions" : "start-gently")
      .replaceAll(/\[[.\w]+\]/g, () => randomUUID());
    for (const [way, made] of Object.entries(ways)) {
      const { at, headers = {} } = made(numbered(address) ?? address);
      const answer = await nobody.get(at, { headers, maxRedirects: 0 });
      asked += 1;
      const text = await answer.text();
      const leadsAway =
        answer.status() >= 300 || /NEXT_REDIRECT;\w+;\/(sign-in|locked)|url=\/(sign-in|locked)/.test(text);
      if (/Own Client|Victim|Zebra|Okapi|Gnu|Ibis/.test(text)) open.push(`${way} ${at} says a name`);
      else if (!leadsAway && route !== "/api/session") open.push(`${way} ${at}: ${answer.status()}`);
    }
  }
  told(
    open.length === 0,
    `nobody asked ${asked} times, in ${Object.keys(ways).length} ways for ${closed.length} routes, and nothing opened${open
      .slice(0, 12)
      .map((one) => `\n    ${one}`)
      .join("")}`,
  );

  const before = await fingerprint(pool, attackers.practices);
  const faults: string[] = [];
  let sent = 0;
  const marks = new Map<Role, string>();
  for (const [role, visitor] of visitors) marks.set(role, await markOf(visitor, role));
  for (const action of servedActions(copy)) {
    const attack = attacks[action.name];
    await Promise.all(
      roles.map(async (role) => {
        const visitor = visitors.get(role);
        if (!visitor || !attack || attack.may.includes(role)) return;
        const targets: Omit<Ids, "fresh">[] =
          role === "owner" ? [attackers.foreign] : [attackers.foreign, attackers.neighbour];
        for (const ids of targets) {
          const form = attack.form({ ...ids, fresh: randomUUID() });
          const answer = await send(visitor, { action, form, mark: marks.get(role) ?? "", origin: server.url });
          sent += 1;
          if (/Victim|Zebra|Okapi|Gnu|Ibis/.test(await answer.text()))
            faults.push(`${role} at ${action.name} reads a name`);
        }
      }),
    );
    if ((await fingerprint(pool, attackers.practices)) !== before) {
      faults.push(`${action.name} wrote something`);
      break;
    }
  }
  told(
    faults.length === 0,
    `${sent} forms that are not their sender’s, by six roles: nothing was written${faults.map((one) => `\n    ${one}`).join("")}`,
  );
  for (const visitor of visitors.values()) await visitor.dispose();
} finally {
  await pool.end();
  await server.stop();
  rmSync(copy, { recursive: true, force: true });
}
