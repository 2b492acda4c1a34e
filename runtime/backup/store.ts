import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const noteSchema = z.object({
  format: z.literal(1),
  kind: z.enum(["cluster", "dump"]),
  madeAt: z.iso.datetime(),
  /** Which data directory it is of: a restored one goes on under a name of its own. */
  lineage: z.string(),
  postgresMajor: z.number().int(),
  /** The first file of the write-ahead log that goes on from it. */
  walFrom: z.string().optional(),
});

/** What stands beside a backup, and in it: no content, and enough to choose by. */
export type BackupNote = z.infer<typeof noteSchema>;
export const readNote = (text: string): BackupNote => noteSchema.parse(JSON.parse(text));

export type Backup = BackupNote & { file: string; bytes: number };

const ending = ".age";
const nameOf = (madeAt: Date) => `nearer-${madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;

/** A new backup's file. Its note is written when it has been checked: a file without one counts as none. */
export function newBackupFile(dir: string, madeAt: Date): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return path.join(dir, `${nameOf(madeAt)}${ending}`);
}

const noteFile = (file: string) => `${file.slice(0, -ending.length)}.json`;

export const keepNote = (file: string, note: BackupNote): void =>
  writeFileSync(noteFile(file), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });

/** The checked backups of a directory, the newest first. */
export function listBackups(dir: string): Backup[] {
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir).filter((name) => name.startsWith("nearer-") && name.endsWith(ending));
  return files
    .map((name) => path.join(dir, name))
    .filter((file) => existsSync(noteFile(file)))
    .map((file) => ({ ...readNote(readFileSync(noteFile(file), "utf8")), file, bytes: statSync(file).size }))
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
}

export function forget({ file }: Pick<Backup, "file">): void {
  rmSync(noteFile(file), { force: true });
  rmSync(file, { force: true });
}
