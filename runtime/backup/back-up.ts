import path from "node:path";
import { checkArchive, type Put, writeArchive } from "@/runtime/backup/archive";
import { copyCluster, copyKeys } from "@/runtime/backup/copy-cluster";
import { openMachineIdentity, recipientsOf } from "@/runtime/backup/keys";
import type { BackupPlan } from "@/runtime/backup/plan";
import { worthKeeping } from "@/runtime/backup/retention";
import { type Backup, type BackupNote, forget, keepNote, listBackups, newBackupFile } from "@/runtime/backup/store";
import { lineageOf, pruneUnshipped, pruneWal, shipWal, walDirOf } from "@/runtime/backup/wal";
import type { Embedded } from "@/runtime/embedded-postgres";

export async function backUpEmbedded(embedded: Embedded, plan: BackupPlan, now: Date): Promise<Backup> {
  const note = {
    format: 1,
    kind: "cluster",
    madeAt: now.toISOString(),
    lineage: lineageOf(plan.dir),
    postgresMajor: embedded.major,
  } as const;
  const made = await writeChecked(plan, now, async (put) => {
    await copyKeys(plan.dir, put);
    const walFrom = await copyCluster(embedded, put);
    return { ...note, walFrom };
  });
  await putAwayWal(plan);
  return made;
}

/** Writes, reads back, and only then counts it and lets older ones go. */
export async function writeChecked(
  plan: BackupPlan,
  now: Date,
  fill: (put: Put) => Promise<BackupNote>,
): Promise<Backup> {
  const identity = await openMachineIdentity(plan.dir);
  const file = newBackupFile(plan.backupDir, now);
  let note: BackupNote | undefined;
  try {
    await writeArchive(file, await recipientsOf(plan, identity), async (put) => {
      note = await fill(put);
      await put.bytes("note.json", Buffer.from(JSON.stringify(note)));
    });
    await checkArchive(file, [identity]);
  } catch (error) {
    forget({ file });
    throw error;
  }
  if (note) keepNote(file, note);
  const all = listBackups(plan.backupDir);
  const kept = worthKeeping(all, now);
  for (const backup of all) if (!kept.includes(backup)) forget(backup);
  const made = all.find((backup) => path.resolve(backup.file) === path.resolve(file));
  if (!made) throw new Error("the backup that was just written is not among them");
  return made;
}

/** Ships what is finished and lets go of what no backup needs. Answers how many files were lost unshipped. */
export async function putAwayWal(plan: BackupPlan): Promise<number> {
  const identity = await openMachineIdentity(plan.dir);
  try {
    await shipWal({ ...plan, recipients: await recipientsOf(plan, identity) });
  } catch (error) {
    pruneUnshipped(plan.dir, plan.mostWalBytes);
    throw error;
  }
  const lineage = lineageOf(plan.dir);
  const ours = listBackups(plan.backupDir).filter((backup) => backup.lineage === lineage);
  return pruneWal(walDirOf(plan.backupDir, lineage), ours.at(-1)?.walFrom, plan.mostWalBytes);
}
