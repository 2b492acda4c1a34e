import path from "node:path";
import type { Settings } from "@/runtime/settings";

/** Where backups go, who may open them, and how much of the log is kept. */
export type BackupPlan = { dir: string; backupDir: string; BACKUP_RECIPIENTS: string[]; mostWalBytes: number };

/** `dir` is where the practice really lives, which may be another place than was asked for. */
export const planOf = (settings: Settings, dir: string): BackupPlan => ({
  dir,
  backupDir: path.resolve(settings.BACKUP_DIR ?? path.join(dir, "backups")),
  BACKUP_RECIPIENTS: settings.BACKUP_RECIPIENTS,
  mostWalBytes: settings.BACKUP_WAL_MB * 1024 * 1024,
});

/** The sample practice is invented, a test's is thrown away, and `off` means that somebody else sees to it. */
export const isBackedUp = (settings: Settings): boolean =>
  !settings.demo && settings.NEARER_TEST_NO_FSYNC === "0" && settings.BACKUP_AT !== "off";
