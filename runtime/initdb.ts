import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Area } from "@/runtime/area";
import type { Binaries } from "@/runtime/binaries";
import { codeOf, Fault, inPlainWords } from "@/runtime/fault";
import { stateOf } from "@/runtime/postmaster-file";
import { runProgram } from "@/runtime/program";

export const superuser = "nearer_super";

type Options = { area: Area; binaries: Binaries; password: string; durable: boolean };

/**
 * Makes the database directory beside its final place and moves it there when it is whole: a start that was killed
 * half-way leaves no half database, and two starts at once cannot make two.
 */
export async function initialise({ area, binaries, password, durable }: Options): Promise<void> {
  if (existsSync(area.databaseDir)) return;
  clearUnfinished(area);
  const making = path.join(area.dir, `making-${process.pid}-${randomBytes(4).toString("hex")}`);
  mkdirSync(making, { mode: 0o700 });
  const passwordFile = path.join(making, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (area.user) {
    chownSync(making, area.user.uid, area.user.gid);
    chownSync(passwordFile, area.user.uid, area.user.gid);
  }
  try {
    const half = path.join(making, "pg");
    const { code, output } = await runProgram(
      binaries.initdb,
      [
        ...["-D", half, "-U", superuser, "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8"],
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
        ...(durable ? [] : ["--no-sync"]),
      ],
      area.user,
      making,
    );
    if (code !== 0) {
      const plain = inPlainWords(new Error(output));
      if (plain instanceof Fault) throw plain;
      throw new Fault(`PostgreSQL could not make its database in ${area.dir}: ${lastLine(output)}`);
    }
    try {
      renameSync(half, area.databaseDir);
    } catch (error) {
      // Another start was first; its database is the one.
      if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
    }
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Directories of starts that ended before their database was ever used. */
function clearUnfinished(area: Area): void {
  for (const name of readdirSync(area.dir)) {
    const pid = Number(/^making-(\d+)-/.exec(name)?.[1]);
    const dir = path.join(area.dir, name);
    if (pid && stateOf(pid, dir) === "gone") rmSync(dir, { recursive: true, force: true });
  }
}

export const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim() ?? "";
