import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { z } from "zod";
import { Fault } from "@/runtime/fault";

const erasureSchema = z.strictObject({
  at: z.iso.datetime(),
  practiceId: z.uuid(),
  /** What kind of thing was erased. `erasers` has one of the same name, and keeps it for as long as such lines live. */
  what: z.string().regex(/^[a-z][a-z-]*$/),
  id: z.uuid(),
});

/** One line of the list: when, whose and what. Ids alone: the list must not keep what it says is gone. */
export type Erasure = z.infer<typeof erasureSchema>;

/** Erases again, on a database that was restored from before. Doing it twice does it once. */
export type Eraser = (owner: pg.ClientBase, erasure: Erasure) => Promise<void>;

const listIn = (backupDir: string) => path.join(backupDir, "erasures.jsonl");

/** Written before the erasing commits, and kept beside the backups: no backup brings back an older list. */
export function noteErasure(backupDir: string, erasure: Erasure): void {
  mkdirSync(backupDir, { recursive: true, mode: 0o700 });
  const handle = openSync(listIn(backupDir), "a", 0o600);
  writeSync(handle, `${JSON.stringify(erasureSchema.parse(erasure))}\n`);
  fsyncSync(handle);
  closeSync(handle);
}

/** Everything that was erased from `since` on. A line that cannot be read stops a restore: it may be somebody’s. */
export function erasuresSince(backupDir: string, since: string): Erasure[] {
  const file = listIn(backupDir);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines
    .map((line, i) => {
      try {
        return erasureSchema.parse(JSON.parse(line));
      } catch {
        throw new Fault(
          `Line ${i + 1} of ${file} cannot be read. It says what was erased: put it right before you restore.`,
        );
      }
    })
    .filter(({ at }) => at >= since);
}

type Erasers = Readonly<Record<string, Eraser>>;

function eraserOf({ what, at }: Erasure, erasers: Erasers): Eraser {
  const erase = Object.hasOwn(erasers, what) ? erasers[what] : undefined;
  if (erase) return erase;
  throw new Fault(
    `A ${what} was erased on ${at.slice(0, 10)}, and this version of Nearer does not know how to erase it again. Restore with the version that erased it.`,
  );
}

/** Asked before anything is restored: who was erased is not brought back to see whether it works. */
export function requireErasers(erasures: readonly Erasure[], erasers: Erasers): void {
  for (const erasure of erasures) eraserOf(erasure, erasers);
}

export async function replayErasures(
  owner: pg.ClientBase,
  erasures: readonly Erasure[],
  erasers: Erasers,
): Promise<number> {
  for (const erasure of erasures) await eraserOf(erasure, erasers)(owner, erasure);
  return erasures.length;
}
