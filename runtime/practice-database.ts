import { withClient } from "@/runtime/roles";
import type { PushKeys, Secrets } from "@/runtime/secrets";

type Keys = Pick<Secrets, "sealKeys" | "authSecret" | "actionsKey"> & {
  /** Where there are none, nobody is offered notes on a device. */
  push: PushKeys | undefined;
};

/** The database that the supervisor looks after, whichever PostgreSQL it lives in. */
export type PracticeDatabase = {
  embedded: boolean;
  /** Where what belongs to it is kept on this machine. */
  dir: string;
  /** True when it ran already, left by a supervisor that was killed. */
  adopted: boolean;
  keys: Keys;
  /** Who writes what keeps the installation itself; nobody where migrations are left to somebody else. */
  keeperUrl: () => string | undefined;
  appUrl: () => string;
  workerUrl: () => string;
  migrate: () => Promise<void>;
  /** Called when the addresses above have changed. */
  onMoved: (listener: () => void) => void;
  stop: () => Promise<void>;
};

export function practiceExists(database: PracticeDatabase): Promise<boolean> {
  return withClient(database.appUrl(), async (client) => {
    const { rows } = await client.query<{ exists: boolean }>("select practice_exists() as exists");
    return rows[0]?.exists === true;
  });
}

/** The people of a sample practice can be asked for by anybody; of a real one there are none. */
export function isSample(database: PracticeDatabase): Promise<boolean> {
  return withClient(database.appUrl(), async (client) => {
    const { rowCount } = await client.query("select from door_sample_accounts() limit 1");
    return Boolean(rowCount);
  });
}
