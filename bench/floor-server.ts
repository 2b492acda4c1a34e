import { spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort } from "@/runtime/port";
import { askUntil } from "@/runtime/wait";

const root = path.resolve(import.meta.dirname, "..");
const next = path.join(root, "node_modules/next/dist/bin/next");

const tables = `
  create table person (id int primary key, name text not null, note text not null, score int not null, seen_on date not null);
  insert into person select i, 'Person ' || i, 'Something to look at, said in a sentence', i % 97, date '2026-01-01' + i % 300
    from generate_series(1, 1000) i;
  create index on person (score desc, id);
  create table point (person_id int not null, day date not null, score int not null, primary key (person_id, day));
  insert into point select p, date '2026-01-01' + d, 1 + (p + d) % 10 from generate_series(1, 100) p, generate_series(0, 83) d;
  create table statement (id int primary key, words text not null);
  insert into statement select i, 'I find it hard to say what I need when somebody is close to me, number ' || i from generate_series(1, 36) i;
  create table answer (id bigint generated always as identity primary key, value int not null, at timestamptz not null default now());
  analyze;`;

/** What the product is measured beside: bare Next with one query a page, on the same PostgreSQL in a database of its own. */
export async function startFloor(superuserUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const databaseUrl = await floorDatabase(superuserUrl);
  const dir = path.join(root, ".test", "floor");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(path.dirname(dir), { recursive: true });
  cpSync(path.join(import.meta.dirname, "floor"), dir, { recursive: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  // Turbopack would find the product's own instrumentation and proxy in the directories above.
  await ended(
    spawn(process.execPath, [next, "build", "--webpack"], { cwd: dir, env, stdio: ["ignore", "ignore", "inherit"] }),
  );
  const port = await freePort();
  const server = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: dir,
    env: { ...env, FLOOR_DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/one`).then(
      ({ ok }) => (ok ? true : null),
      () => null,
    );
  if (!(await askUntil(isUp, 60_000))) throw new Error("The floor did not start.");
  return {
    url,
    stop: async () => {
      const over = new Promise<void>((resolve) => server.once("close", () => resolve()));
      server.kill("SIGTERM");
      await over;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function floorDatabase(superuserUrl: string): Promise<string> {
  const url = new URL(superuserUrl);
  const run = async (connectionString: string, sql: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(url.href, "create database floor");
  url.pathname = "/floor";
  await run(url.href, tables);
  return url.href;
}

const ended = (child: ReturnType<typeof spawn>): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error("The floor could not be built."))));
  });
