import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Fault } from "@/runtime/fault";

type Tool = "pg_dump" | "pg_restore";

/** Where a machine keeps the programs of PostgreSQL: what was named, the path, and where Debian puts each version. */
function folders(named: string | undefined): string[] {
  if (named) return [named];
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : [];
  return [
    ...versions.map((version) => path.join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean),
  ];
}

function majorOf(program: string): number {
  try {
    const said = execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number(/ (\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The program for a server of this version: an older one refuses a newer server. */
export function findTool(tool: Tool, serverMajor: number, named: string | undefined): string {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const programs = folders(named).map((folder) => path.join(folder, tool + suffix));
  const found = programs.find((program) => existsSync(program) && majorOf(program) >= serverMajor);
  if (found) return found;
  throw new Fault(
    `There is no ${tool} of PostgreSQL ${serverMajor} or newer on this machine. Install it (Debian: postgresql-client-${serverMajor}), or name its folder in BACKUP_PG_BIN.`,
  );
}

/** The address goes in the environment: what is on a command line can be read by everybody on the machine. */
export function startTool(program: string, args: string[], address: string) {
  const url = new URL(address);
  const child = spawn(program, args, {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH ?? "/usr/bin:/bin",
      PGHOST: url.searchParams.get("host") ?? url.hostname.replaceAll(/[[\]]/g, ""),
      PGPORT: url.port || "5432",
      PGUSER: decodeURIComponent(url.username),
      PGPASSWORD: decodeURIComponent(url.password),
      PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
      PGAPPNAME: "nearer backup",
      ...(url.searchParams.has("sslmode") ? { PGSSLMODE: url.searchParams.get("sslmode") ?? "" } : {}),
      ...(url.searchParams.has("sslrootcert") ? { PGSSLROOTCERT: url.searchParams.get("sslrootcert") ?? "" } : {}),
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString("utf8")}`.slice(-2_000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const [first] = complaint.trim().split("\n");
      if (code === 0) resolve();
      else reject(new Fault(`${path.basename(program)} failed: ${first || `code ${code}`}`));
    });
  });
  ended.catch(() => undefined);
  return { child, ended };
}
