import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Embedded, startEmbedded } from "@/runtime/embedded-postgres";

/** A data directory for one test of the supervisor, with databases that are stopped before it is removed. */
export function scratchArea(): {
  dir: string;
  start: (durable?: boolean) => Promise<Embedded>;
  remove: () => Promise<void>;
} {
  const dir = mkdtempSync(path.join(tmpdir(), "nearer-test-"));
  chmodSync(dir, 0o711);
  let last: Embedded | undefined;
  return {
    dir,
    start: async (durable = false) => {
      last = await startEmbedded({ dir, named: true, durable, say: () => undefined });
      return last;
    },
    remove: async () => {
      await last?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
