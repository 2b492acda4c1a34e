import "server-only";
import { statfs } from "node:fs/promises";
import { env } from "./env";

/** Four parts of PostgreSQL's log: with less, the next busy minute may find no room. */
const leastBytes = 64 * 1024 * 1024;

/** Whether the disk of the embedded database is full, or about to be; elsewhere only the database itself knows. */
export async function isDiskFull(dir = env().NEARER_DATA_DIR, least = leastBytes): Promise<boolean> {
  if (!dir) return false;
  try {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize < least;
  } catch {
    return false;
  }
}
