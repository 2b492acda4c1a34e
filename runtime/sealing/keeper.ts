import { databaseName } from "@/runtime/embedded-database";
import type { Embedded } from "@/runtime/embedded-postgres";
import { Fault } from "@/runtime/fault";
import { withEmbedded } from "@/runtime/on-the-machine";
import type { Settings } from "@/runtime/settings";

/** Whoever keeps the database, with the seal keys of before and after. `embedded`: they stand in its secrets.json. */
export type Keeper = { url: string; sealKeys: string; embedded?: Embedded };

export async function asKeeper<T>(settings: Settings, run: (keeper: Keeper) => Promise<T>): Promise<T> {
  const { DATABASE_URL, DATABASE_OWNER_URL: url, SEAL_KEYS } = settings;
  if (DATABASE_URL) {
    if (!url || !SEAL_KEYS)
      throw new Fault("With DATABASE_URL, please also set DATABASE_OWNER_URL and SEAL_KEYS for this.");
    return run({ url, sealKeys: SEAL_KEYS });
  }
  return withEmbedded(settings, (embedded) => {
    const keeper = { url: embedded.superuserUrl(databaseName), sealKeys: SEAL_KEYS ?? embedded.secrets.sealKeys };
    return run(SEAL_KEYS ? keeper : { ...keeper, embedded });
  });
}
