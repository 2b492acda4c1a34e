import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { prepareBinaries } from "@/runtime/binaries";
import { urlOf } from "@/runtime/cluster";
import { freePort } from "@/runtime/port";
import { runProgram } from "@/runtime/program";
import { withClient } from "@/runtime/roles";
import { chooseUser } from "@/runtime/run-as";
import type { External } from "./pooled";

const debian = "/usr/lib/postgresql";

/** A PostgreSQL whose programs are on this machine. */
export type Programs = { name: string; bin: string };

/** Those of Debian, each in its version, and the one that comes by npm, here as if it were somebody else's. */
export function programsHere(dir: string): Programs[] {
  const versions = existsSync(debian)
    ? readdirSync(debian).filter((one) => existsSync(path.join(debian, one, "bin/initdb")))
    : [];
  const { initdb } = prepareBinaries(chooseUser(dir), path.join(dir, "programs"));
  return [
    ...versions.map((one) => ({ name: `PostgreSQL ${one} of Debian`, bin: path.join(debian, one, "bin") })),
    { name: "PostgreSQL of the npm package", bin: path.dirname(initdb) },
  ];
}

export type ExternalServer = { port: number; version: string; superuserUrl: string; stop: () => Promise<void> };

/** A new cluster on loopback that does not wait for the disk. */
export async function startExternal({ bin }: Programs, dir: string): Promise<ExternalServer> {
  rmSync(dir, { recursive: true, force: true });
  // The user of the database passes through what is above.
  mkdirSync(path.dirname(dir), { recursive: true, mode: 0o711 });
  chmodSync(path.dirname(dir), 0o711);
  mkdirSync(dir, { mode: 0o700 });
  const user = chooseUser(dir);
  const [data, passwordFile, password] = [
    path.join(dir, "pg"),
    path.join(dir, "password"),
    randomBytes(18).toString("base64url"),
  ];
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const one of [dir, passwordFile]) chownSync(one, user.uid, user.gid);
  const run = async (program: string, ...args: string[]) => {
    const { code, output } = await runProgram(path.join(bin, program), args, user, dir);
    if (code !== 0) throw new Error(`${program}: ${output.slice(-2_000)}`);
  };
  await run(
    "initdb",
    "-D",
    data,
    "-U",
    "admin",
    "--pwfile",
    passwordFile,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-sync",
  );
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=''",
    "fsync=off",
    "max_connections=200",
  ];
  const options = settings.map((one) => `-c ${one}`).join(" ");
  await run("pg_ctl", "start", "-w", "-D", data, "-l", path.join(dir, "start.log"), "-o", options);
  const superuserUrl = urlOf(port, "admin", password, "postgres");
  const version = await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  });
  return { port, version, superuserUrl, stop: () => run("pg_ctl", "stop", "-m", "fast", "-w", "-D", data) };
}

/** A database there with an owner and two logins, made as docs/RUNNING.md says, under names that are not the product's. */
export async function ownDatabaseOn({
  port,
  superuserUrl,
}: ExternalServer): Promise<External & { superuserUrl: string }> {
  const password = () => randomBytes(18).toString("base64url");
  const passwords = { owner: password(), app: password(), worker: password() };
  const loginOf = (role: keyof typeof passwords) => `practice_${role}`;
  await withClient(superuserUrl, async (admin) => {
    for (const role of ["owner", "app", "worker"] as const)
      await admin.query(
        `create role ${loginOf(role)} login ${role === "owner" ? "createrole" : ""} password '${passwords[role]}'`,
      );
    await admin.query(`create database nearer owner ${loginOf("owner")} template template0 encoding 'UTF8'`);
  });
  return {
    port,
    superuserUrl: superuserUrl.replace(/\/postgres$/, "/nearer"),
    logins: { [loginOf("app")]: passwords.app, [loginOf("worker")]: passwords.worker },
    urlOf: (role) => urlOf(port, loginOf(role), passwords[role], "nearer"),
  };
}
