import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const anchorSchema = z.strictObject({
  at: z.iso.datetime(),
  practiceId: z.uuid(),
  number: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where a chain of entries stood at a moment, kept in a file outside of the database. */
export type Anchor = z.infer<typeof anchorSchema>;

/** Beside the backups: who restores or rewrites a database does not bring this file along. */
export const anchorsIn = ({ backupDir }: { backupDir: string }): string => path.join(backupDir, "audit-anchors.jsonl");

/** Every anchor of a practice, the first one first. A line that was cut while it was written, or is none, is passed over. */
export function readAnchors(file: string, practiceId: string): Anchor[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        const anchor = anchorSchema.parse(JSON.parse(line));
        return anchor.practiceId === practiceId ? [anchor] : [];
      } catch {
        return [];
      }
    });
}

export function writeAnchor(file: string, anchor: Anchor): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  appendFileSync(file, `${JSON.stringify(anchorSchema.parse(anchor))}\n`, { mode: 0o600 });
}
