import { randomBytes } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { sealInto } from "@/runtime/backup/envelope";
import { codeOf } from "@/runtime/fault";

const segment = /^[0-9A-F]{24}$/;
const history = /^[0-9A-F]{8}\.history$/;
const ending = ".age";

/** Where PostgreSQL puts each finished file of its log, until it is closed and shipped. */
export const walOutOf = (dir: string): string => path.join(dir, "wal-out");

/** The name under which a data directory ships its log. A restored one has another: its log goes another way from there. */
export function lineageOf(dir: string): string {
  const file = path.join(dir, "lineage");
  try {
    writeFileSync(file, `${randomBytes(8).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

export const walDirOf = (backupDir: string, lineage: string): string => path.join(backupDir, "wal", lineage);

/** The file after this one, of 16 MB as initdb makes them. */
export function segmentAfter(name: string): string {
  const next = BigInt(`0x${name.slice(8, 16)}`) * 256n + BigInt(`0x${name.slice(16)}`) + 1n;
  const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, "0");
  return `${name.slice(0, 8)}${hex(next / 256n)}${hex(next % 256n)}`;
}

export function segmentsFrom(first: string, last: string): string[] {
  const names = [first];
  for (let name = first; name < last; ) {
    name = segmentAfter(name);
    names.push(name);
  }
  return names;
}

type Shipping = { dir: string; backupDir: string; recipients: string[] };

/** Compresses, closes and puts away what PostgreSQL has finished. Answers how many files there were. */
export async function shipWal({ dir, backupDir, recipients }: Shipping): Promise<number> {
  const out = walOutOf(dir);
  if (!existsSync(out)) return 0;
  const names = readdirSync(out).filter((name) => segment.test(name) || history.test(name));
  if (names.length === 0) return 0;
  const to = walDirOf(backupDir, lineageOf(dir));
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of names.toSorted()) {
    const from = path.join(out, name);
    // Somebody else may be shipping the same: whoever comes second finds it gone.
    if (!existsSync(from)) continue;
    await sealInto(path.join(to, `${name}${ending}`), createReadStream(from), recipients);
    rmSync(from, { force: true });
  }
  return names.length;
}

/** The shipped files of one lineage, the oldest first, by the names that PostgreSQL knows. */
export function listWal(dir: string): { name: string; file: string; bytes: number }[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({ name: name.slice(0, -ending.length), file: path.join(dir, name) }))
    .filter(({ name }) => segment.test(name) || history.test(name))
    .map((one) => ({ ...one, bytes: statSync(one.file).size }));
}

/** Lets go of what no kept backup goes on from, and of the oldest beyond the size. Histories are small and stay. */
export function pruneWal(dir: string, oldestNeeded: string | undefined, mostBytes: number): number {
  const files = listWal(dir).filter(({ name }) => segment.test(name));
  let bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  let gone = 0;
  for (const one of files) {
    const isUseless = oldestNeeded !== undefined && one.name.slice(8) < oldestNeeded.slice(8);
    if (!isUseless && bytes <= mostBytes) continue;
    rmSync(one.file, { force: true });
    bytes -= one.bytes;
    gone += 1;
  }
  return gone;
}

/** What waits to be shipped may not fill the disk that the practice lives on. */
export function pruneUnshipped(dir: string, mostBytes: number): number {
  const out = walOutOf(dir);
  if (!existsSync(out)) return 0;
  const names = readdirSync(out).filter((name) => segment.test(name));
  const most = Math.floor(mostBytes / (16 * 1024 * 1024));
  const surplus = names.toSorted().slice(0, Math.max(0, names.length - most));
  for (const name of surplus) rmSync(path.join(out, name), { force: true });
  return surplus.length;
}
