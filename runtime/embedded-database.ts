import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/db/migrate";
import { isBackedUp } from "@/runtime/backup/plan";
import { openDatabase, startEmbedded } from "@/runtime/embedded-postgres";
import { inPlainWords } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { openPushKeys } from "@/runtime/secrets";
import type { Settings } from "@/runtime/settings";
import { holdSupervisorLock } from "@/runtime/supervisor-lock";

export const databaseName = "nearer";
const pauseMs = 10_000;

/** The practice's database on the bundled PostgreSQL: started or adopted, locked, and started again when it ends. */
export async function openEmbeddedDatabase(
  settings: Settings,
  address: string,
  say: (line: string) => void,
): Promise<PracticeDatabase> {
  const listeners: (() => void)[] = [];
  const start = () =>
    startEmbedded({
      dir: settings.dataDir,
      named: settings.dataDirNamed,
      durable: settings.NEARER_TEST_NO_FSYNC === "0",
      archive: isBackedUp(settings),
      say,
    });
  let stopping = false;
  let current = await start();
  let lock = await holdSupervisorLock(current.superuserUrl("postgres"), address);

  const heal = async (): Promise<void> => {
    const port = current.port;
    current = await start();
    lock = await holdSupervisorLock(current.superuserUrl("postgres"), address);
    say("The database runs again");
    if (current.port !== port) for (const listener of listeners) listener();
  };
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await lock.lost;
      if (stopping) return;
      say("The database ended; starting it again");
      let healed = false;
      while (!healed && !stopping) {
        try {
          await heal();
          healed = true;
        } catch (error) {
          const plain = inPlainWords(error);
          say(plain instanceof Error ? plain.message : String(plain));
          await sleep(pauseMs, undefined, { ref: false });
        }
      }
    }
  };
  void watch();

  try {
    await openDatabase(current, databaseName);
  } catch (error) {
    stopping = true;
    await lock.release();
    await current.stop();
    throw error;
  }
  return {
    embedded: true,
    dir: current.area.dir,
    adopted: current.adopted,
    keys: {
      sealKeys: settings.SEAL_KEYS ?? current.secrets.sealKeys,
      authSecret: settings.NEXTAUTH_SECRET ?? current.secrets.authSecret,
      push: settings.PUSH_KEYS ?? openPushKeys(current.area),
      actionsKey: settings.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? current.secrets.actionsKey,
    },
    keeperUrl: () => current.superuserUrl(databaseName),
    appUrl: () => current.roleUrl("app", databaseName),
    workerUrl: () => current.roleUrl("worker", databaseName),
    migrate: () => migrate({ ownerUrl: current.roleUrl("owner", databaseName) }),
    onMoved: (listener) => listeners.push(listener),
    stop: async () => {
      stopping = true;
      await lock.release();
      await current.stop();
    },
  };
}
