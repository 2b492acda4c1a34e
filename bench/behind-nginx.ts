import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "..");
const readDeployed = (name: string) => readFileSync(path.join(root, "deploy", name), "utf8");

export const hasProgram = (name: string) =>
  spawnSync("sh", ["-c", 'command -v "$0"', name], { stdio: "ignore" }).status === 0;

/** The shipped configuration of nginx on ports of its own, with a certificate made here, before these instances. */
export async function startNginx(dir: string, port: number, upstreams: readonly number[]) {
  mkdirSync(path.join(dir, "ssl"), { recursive: true });
  const [key, certificate] = [path.join(dir, "ssl/privkey.pem"), path.join(dir, "ssl/fullchain.pem")];
  spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"],
    ...["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
  ]);
  const site = readDeployed("nginx.conf")
    .replace(
      / {2}server 127\.0\.0\.1:3000[^;]*;/,
      upstreams.map((one) => `  server 127.0.0.1:${one} max_fails=1 fail_timeout=5s;`).join("\n"),
    )
    .replace(/server \{\s+listen 80;[^}]*\}/, "")
    .replaceAll("listen 443", `listen ${port}`)
    .replace(/\n.*listen \[::\].*/g, "")
    .replaceAll("practice.example", "localhost")
    .replaceAll("/etc/ssl/nearer", path.join(dir, "ssl"))
    .replaceAll("/var/log/nginx", dir);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${dir}/${one};`,
  );
  writeFileSync(
    path.join(dir, "nginx.conf"),
    `daemon off; pid ${dir}/nginx.pid; error_log ${dir}/error.log;\nevents {}\nhttp {\n${temporary.join("\n")}\n${site}\n}\n`,
  );
  const child = spawn("nginx", ["-c", path.join(dir, "nginx.conf"), "-p", dir], { stdio: "inherit" });
  await sleep(1_000);
  return { certificate, stop: () => child.kill("SIGQUIT") };
}

/** The shipped configuration of PgBouncer before this PostgreSQL, as a user that is not root. */
export async function startPooler(dir: string, port: number, database: URL, logins: Record<string, string>) {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const users = path.join(dir, "userlist.txt");
  writeFileSync(
    users,
    Object.entries(logins)
      .map(([name, password]) => `"${name}" "${password}"`)
      .join("\n"),
  );
  const settings = readDeployed("pgbouncer.ini")
    .replace("listen_port = 6432", `listen_port = ${port}\nunix_socket_dir =`)
    .replace("/etc/pgbouncer/userlist.txt", users);
  const file = path.join(dir, "pgbouncer.ini");
  const pointTo = (target: string) => writeFileSync(file, settings.replace("port=5432", `port=${target}`));
  pointTo(database.port);
  const user = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child = spawn("pgbouncer", [...user, file], { stdio: ["ignore", "ignore", "ignore"] });
  await sleep(1_000);
  return {
    stop: () => child.kill("SIGINT"),
    /** As docs/RUNNING.md says it for a replica that takes over: another target, read anew. */
    moveTo: (target: number) => {
      pointTo(String(target));
      child.kill("SIGHUP");
    },
  };
}

export type Instance = { port: number; pid: number; said: () => string; stop: () => Promise<void>; kill: () => void };

/** What `npm start` starts, with a PostgreSQL of somebody else's; ready once it says so. */
export async function startInstance(name: string, port: number, env: Record<string, string>): Promise<Instance> {
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    cwd: root,
    detached: true,
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      said += piece.toString("utf8");
    });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for (let i = 0; !(await isReady(port)); i += 1) {
    if (isOver || i > 400) throw new Error(`${name} did not start:\n${said}`);
    await sleep(500);
  }
  return {
    port,
    pid: child.pid ?? 0,
    said: () => said,
    stop: async () => {
      if (isOver) return;
      child.kill("SIGTERM");
      await ended;
    },
    // It and everything that it started, as when a machine is gone.
    kill: () => process.kill(-(child.pid ?? 0), "SIGKILL"),
  };
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
