import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "@/runtime/fault";

export type RunAs = { uid: number; gid: number };

/** PostgreSQL refuses to run as root. Null means: run as the user that we are. */
export function chooseUser(databaseDir: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(databaseDir)) {
    const { uid, gid } = statSync(databaseDir);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ["postgres", "nobody"]) {
    try {
      const ask = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      const user = { uid: ask("-u"), gid: ask("-g") };
      if (user.uid > 0) return user;
    } catch {
      // No such user on this machine: try the next name.
    }
  }
  throw new Fault(
    'PostgreSQL refuses to run as root and this machine has no user "postgres" or "nobody". Start Nearer as an ordinary user.',
  );
}

/** The first directory on the way to `target` that this user cannot pass, or null when the way is open. */
export function firstClosedDoor(target: string, user: RunAs): string | null {
  const resolved = path.resolve(target);
  const { root } = path.parse(resolved);
  const steps = resolved.slice(root.length).split(path.sep);
  let here = root;
  for (const step of ["", ...steps]) {
    here = path.join(here, step);
    if (!existsSync(here)) return null;
    const { uid, gid, mode } = statSync(here);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (statSync(here).isDirectory() && (mode & bit) === 0) return here;
  }
  return null;
}
