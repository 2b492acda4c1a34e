import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import pg from "pg";
import { migrate } from "@/db/migrate";
import { hashPassword } from "@/db/password";
import { holdKeyRing, readKeyRing, unreadable } from "@/db/sealed";
import { mintClient, mintPractice } from "@/db/testing/mint";
import { startPractice } from "@/e2e/practice-server";
import { samplePlaces } from "@/e2e/sample-places";
import { servedActions } from "@/e2e/security/actions";
import { one, portal } from "@/e2e/security/attack";
import { mintSession, sessionCookie } from "@/e2e/security/minted-session";
import { paths } from "@/lib/paths";
import { senderOf, sendForm } from "./action-sender";
import { goodPassword, openDoor } from "./door-visits";
import { git } from "./mutants/tree-copy";
import { told } from "./told";

/**
 * The version before the newest migration, built from the history, with the sample practice as it makes it. While it runs, this
 * version migrates its database under it, five at once, as in an upgrade of one instance after the other: people go on in the old
 * one. Then this version takes its place, and opens what the old one wrote. EARLIER=2: the version before the newest two.
 */
const back = Number(process.env.EARLIER ?? 1);
const root = path.resolve(import.meta.dirname, "..");
const newest = readdirSync(path.join(root, "db/migrations"))
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .at(-back);
// On the main line alone, where a merge brings what its branch added.
const line = ["--first-parent", "--diff-merges=first-parent", "--no-patch"];
const [added] = git("log", "-1", ...line, "--format=%H", "--diff-filter=A", "--", `db/migrations/${newest}`);
if (!added) {
  console.error(
    "This copy of Nearer has no history of its sources, from which the version before is built. Nothing was tried.",
  );
  process.exit(1);
}
const copy = path.join(root, ".test", "earlier");
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
const made = spawnSync(
  "sh",
  ["-c", `git archive '${added}^' | tar -x -C '${copy}' && cp -al node_modules '${copy}/node_modules'`],
  { cwd: root },
);
if (made.status !== 0) {
  console.error(`The sources of before could not be had: ${made.stderr.toString("utf8")}`);
  process.exit(1);
}
console.log(
  `  the version of ${git("log", "-1", "--format=%cs, %s", `${added}^`)[0]}, on the database of now (${newest})`,
);

let server = await startPractice("proof-earlier", { from: copy });
let pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
try {
  const secrets = JSON.parse(readFileSync(path.join(root, ".test", "proof-earlier", "secrets.json"), "utf8"));
  holdKeyRing(readKeyRing(secrets.sealKeys));
  const owner = new URL(server.databaseUrl);
  owner.username = "nearer_owner";
  owner.password = secrets.passwords.owner;
  const words = { databaseUrl: server.databaseUrl, sealKeys: secrets.sealKeys };
  const seeding = `import("./sample/seed.ts").then((m) => m.seedSample({ ...${JSON.stringify(words)}, today: new Date() }))`;
  const seeded = spawnSync(process.execPath, ["--import", "tsx", "-e", seeding], { cwd: copy, encoding: "utf8" });
  told(seeded.status === 0, `the version before is ready, with its sample practice ${seeded.stderr.slice(-500)}`);
  await Promise.all(Array.from({ length: 5 }, () => migrate({ ownerUrl: owner.href })));
  const { rows: applied } = await pool.query<{ n: number }>("select count(*)::int as n from nearer_meta.migration");
  told(
    applied[0]?.n === readdirSync(path.join(root, "db/migrations")).filter((name) => name.endsWith(".sql")).length,
    "and is migrated under it",
  );
  told((await fetch(`${server.url}/api/ready`)).ok, "it goes on being ready");

  const now = new Date();
  const practice = await mintPractice(pool, now);
  const client = await mintClient(pool, practice, { startDate: now.toISOString().slice(0, 10), now });
  const { rows } = await pool.query<{ email: string }>(
    "update account set password_hash = $2 where id = $1 returning email",
    [client.accountId, await hashPassword(goodPassword)],
  );
  const door = await openDoor(server.url);
  const visit = await door.arrive({ email: rows[0]?.email ?? "", password: goodPassword, address: "203.0.113.1" });
  told(visit.result === "in", "somebody signs in");
  const token = async (account: string, kind: "staff" | "client") =>
    (await mintSession(pool, practice.practiceId, account, kind)).token;
  const person = await senderOf(server.url, await token(client.accountId, "client"), "/portal/account");
  const staff = await senderOf(server.url, await token(practice.therapist.accountId, "staff"), "/account");
  const opens = async (cookie: string, pages: readonly string[]) => {
    const shut: string[] = [];
    for (const at of pages) {
      const answer = await fetch(`${server.url}${at}`, { headers: { cookie }, redirect: "manual" });
      if (answer.status !== 200) shut.push(`${at}: ${answer.status}`);
    }
    return shut;
  };
  const shutToClient = await opens(person.cookie, [
    "/portal",
    "/portal/path",
    "/portal/messages",
    "/portal/account",
    "/portal/assessments",
    paths.portal.contacts,
  ]);
  told(shutToClient.length === 0, `the client’s pages open${shutToClient.map((at) => `\n    ${at}`).join("")}`);
  const at = paths.client(client.clientId);
  const shutToStaff = await opens(staff.cookie, [
    "/caseload",
    at.overview,
    at.protocol,
    at.assessments,
    at.messages,
    at.safety,
    at.record,
    at.words,
    "/inbox",
    "/sessions",
    "/library",
  ]);
  told(shutToStaff.length === 0, `the therapist’s pages open${shutToStaff.map((page) => `\n    ${page}`).join("")}`);

  const served = new Map(servedActions(copy).map((action) => [action.name, action]));
  const does = async (by: typeof person, name: string, form: Record<string, string>, table: string) => {
    const action = served.get(name);
    const answer = action && (await sendForm(by, action, form));
    const { rowCount } = await pool.query(`select 1 from ${table} where practice_id = $1 and id = $2`, [
      practice.practiceId,
      form.id,
    ]);
    told(
      rowCount === 1,
      `${name.split("#")[1]} writes${rowCount === 1 ? "" : `: ${answer?.status} ${answer?.text.slice(0, 200)}`}`,
    );
  };
  await does(person, `${portal}messages/actions.ts#send`, { id: randomUUID(), body: "Hello" }, "message");
  await does(person, `${portal}actions.ts#saveCheck`, { id: randomUUID(), score: "5", note: "" }, "connection_check");
  await does(person, `${portal}distance-move/actions.ts#log`, { id: randomUUID(), move: "lone-wolf" }, "distance_move");
  await does(
    staff,
    `${one}messages/actions.ts#reply`,
    { id: randomUUID(), clientId: client.clientId, attemptId: "", body: "Hello", until: now.toISOString() },
    "message",
  );

  await pool.end();
  await server.stop();
  server = await startPractice("proof-earlier", { keepsData: true });
  pool = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  const shut: string[] = [];
  const places = await samplePlaces(pool);
  for (const { name, path: page, token: as } of places) {
    const answer = await fetch(`${server.url}${page}`, {
      headers: { cookie: `${sessionCookie}=${as}` },
      redirect: "manual",
    });
    if (answer.status !== 200 || (await answer.text()).includes(unreadable)) shut.push(`${name}: ${answer.status}`);
  }
  told(
    shut.length === 0,
    `this version opens ${places.length} pages of what the one before wrote, with all of its words${shut.map((page) => `\n    ${page}`).join("")}`,
  );
} finally {
  await pool.end();
  await server.stop();
  rmSync(copy, { recursive: true, force: true });
}
