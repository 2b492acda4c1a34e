import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "@/runtime/fault";
import { chooseUser, firstClosedDoor, type RunAs } from "@/runtime/run-as";

/** One directory holds everything that a practice on the embedded database must keep, and must back up. */
export type Area = { dir: string; databaseDir: string; logDir: string; user: RunAs | null };

type Wish = { dir: string; named: boolean; say: (line: string) => void };

const holdsDatabase = (dir: string) => existsSync(path.join(dir, "pg", "PG_VERSION"));

/** Root's own directories are closed to the database's user: a fixed place, from the path alone, stands in for them. */
function standInFor(dir: string): string {
  return path.join("/var/lib/nearer", createHash("sha256").update(dir).digest("hex").slice(0, 12));
}

function chooseDir({ dir, named, say }: Wish): string {
  const user = chooseUser(path.join(dir, "pg"));
  if (!user) return dir;
  const standIn = standInFor(dir);
  const closed = firstClosedDoor(dir, user);
  if (!named && !holdsDatabase(dir) && (closed || holdsDatabase(standIn))) {
    say(`The database cannot live in ${dir} (closed to its user), so it is kept in ${standIn}`);
    return standIn;
  }
  if (closed && closed !== dir) {
    throw new Fault(
      `The database runs as user ${user.uid}, who cannot pass ${closed}. Set NEARER_DATA_DIR to a directory whose parents everyone may enter, such as /var/lib/nearer.`,
    );
  }
  return dir;
}

/** Makes the directories with their owners and modes. What already holds a database is never moved or replaced. */
export function openArea(wish: Wish): Area {
  const wanted = chooseDir({ ...wish, dir: path.resolve(wish.dir) });
  mkdirSync(wanted, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const dir = realpathSync(wanted);
  const databaseDir = path.join(dir, "pg");
  const user = chooseUser(databaseDir);
  if (user) chmodSync(dir, 0o711);
  if (!user && existsSync(databaseDir) && process.getuid && statSync(databaseDir).uid !== process.getuid()) {
    throw new Fault(
      `The database in ${databaseDir} belongs to another user (number ${statSync(databaseDir).uid}). Start Nearer as the user who started it first.`,
    );
  }
  const logDir = path.join(dir, "log");
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  if (user) chownSync(logDir, user.uid, user.gid);
  return { dir, databaseDir, logDir, user };
}
