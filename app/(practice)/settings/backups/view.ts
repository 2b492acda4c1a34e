import type { getLastBackups } from "@/db/queries/running/last-backups";
import { formatMoment, inSentence } from "@/lib/format";

type Runs = Awaited<ReturnType<typeof getLastBackups>>;
export type RunView = { when: string; words: string };
export type BackupView = {
  backup: RunView | null;
  drill: RunView | null;
  troubles: { title: string; words: string }[];
};

const hourMs = 3_600_000;
/** A night and a morning: one that was slept through shows (ours). */
const lateBackupMs = 36 * hourMs;
const lateDrillMs = 10 * 24 * hourMs;

export function backupView(runs: Runs, now: Date, zone: string): BackupView {
  const moment = (at: Date) => formatMoment(at, now, zone);
  const shown = (kind: "backup" | "drill"): RunView | null => {
    const good = runs[kind]?.good;
    return good ? { when: moment(good.startedAt), words: good.words } : null;
  };
  const isLate = (kind: "backup" | "drill", most: number) => {
    const good = runs[kind]?.good;
    return good ? now.getTime() - good.startedAt.getTime() > most : false;
  };
  const failed = (kind: "backup" | "drill", title: (when: string) => string) => {
    const last = runs[kind]?.last;
    return last?.outcome === "failed" ? [{ title: title(inSentence(moment(last.startedAt))), words: last.words }] : [];
  };
  return {
    backup: shown("backup"),
    drill: shown("drill"),
    troubles: [
      ...failed("backup", (when) => `The backup of ${when} did not succeed`),
      ...failed("drill", (when) => `The drill of ${when} did not succeed`),
      ...(!runs.backup?.good
        ? [
            {
              title: "There is no backup yet",
              words: "The first is made tonight, or by whoever runs Nearer: npm run backup.",
            },
          ]
        : []),
      ...(isLate("backup", lateBackupMs)
        ? [{ title: "The last good backup is older than a day", words: "Please ask whoever runs Nearer to look." }]
        : []),
      ...(isLate("drill", lateDrillMs)
        ? [{ title: "No drill went well for more than a week", words: "Please ask whoever runs Nearer to look." }]
        : []),
    ],
  };
}
