import { giveUpSealKey } from "@/db/seal-keys";
import { databaseName } from "@/runtime/embedded-database";
import { Fault } from "@/runtime/fault";
import { withEmbedded } from "@/runtime/on-the-machine";
import { withClient } from "@/runtime/roles";
import { readSettings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";

type Options = { root: string; id: string };

/** A key that is lost for good: the start stops asking for it, and what it sealed stays closed. */
export async function runSealKeyGivenUp({ root, id }: Options): Promise<number> {
  try {
    const settings = readSettings(root, false, process.env);
    const giveUp = (url: string) => withClient(url, (owner) => giveUpSealKey(owner, id));
    if (settings.DATABASE_URL && !settings.DATABASE_OWNER_URL) throw new Fault("Please also set DATABASE_OWNER_URL.");
    const done = settings.DATABASE_OWNER_URL
      ? await giveUp(settings.DATABASE_OWNER_URL)
      : await withEmbedded(settings, ({ superuserUrl }) => giveUp(superuserUrl(databaseName)));
    if (!done) throw new Fault("No key of this name is asked for. Say which: --give-up-seal-key k1");
    console.log(`Nearer asks for ${id} no longer. What it sealed stays closed; the rest is as it was.`);
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}
