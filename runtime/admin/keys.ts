import { retireSealKey } from "@/db/seal-keys";
import { readKeyRing } from "@/db/sealed";
import { knownKeys, lastResealing } from "@/db/sealing/resealing-record";
import { backUpEmbedded } from "@/runtime/backup/back-up";
import { isBackedUp, planOf } from "@/runtime/backup/plan";
import { Fault } from "@/runtime/fault";
import { withClient } from "@/runtime/roles";
import { doneWords } from "@/runtime/sealing/keep-sealed";
import { asKeeper, type Keeper } from "@/runtime/sealing/keeper";
import { keysTable, tablesOf, valuesOf } from "@/runtime/sealing/keys-table";
import { countEverything, reseal } from "@/runtime/sealing/reseal";
import { changeSealKeys, makeSealKey } from "@/runtime/secrets";
import { readSettings, type Settings } from "@/runtime/settings";
import { complain } from "@/runtime/supervisor";

type KeyCommand = {
  takes: readonly string[];
  does: string;
  run: (keeper: Keeper, settings: Settings, word: string) => Promise<string>;
};

/** What whoever runs this does with the keys by which words are sealed. None of it opens a word. */
export const keyCommands: Readonly<Record<string, KeyCommand>> = {
  keys: { takes: [], does: "lists the keys that words are sealed with, and how many each sealed", run: listKeys },
  "new-key": { takes: [], does: "makes a new key, with which words are sealed from the next start on", run: newKey },
  reseal: { takes: [], does: "seals under the first key what older ones sealed, now", run: resealNow },
  "retire-key": { takes: ["KEY"], does: "lets an old key go, once nothing is sealed with it any more", run: retireKey },
};

export async function runKeyCommand(root: string, command: KeyCommand, words: readonly string[]): Promise<number> {
  try {
    const settings = readSettings(root, false, process.env);
    console.log(await asKeeper(settings, (keeper) => command.run(keeper, settings, words[0] ?? "")));
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

async function listKeys({ url, sealKeys }: Keeper): Promise<string> {
  const { writing, keys } = readKeyRing(sealKeys);
  const counts = await countEverything(url);
  const [known, last] = await withClient(url, async (client) => [await knownKeys(client), await lastResealing(client)]);
  return keysTable({ writing, here: [...keys.keys()], known, counts, last });
}

async function newKey({ url, sealKeys, embedded }: Keeper, settings: Settings): Promise<string> {
  const known = await withClient(url, knownKeys);
  const taken = [...readKeyRing(sealKeys).keys.keys(), ...known.map(({ id }) => id)];
  const name = `k${Math.max(0, ...taken.map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0))) + 1}`;
  const made = makeSealKey(name);
  if (!embedded)
    return `${made}\nPut it behind the others on every instance first (SEAL_KEYS=${[...readKeyRing(sealKeys).keys.keys()].map((id) => `${id}:…`).join(",")},${name}:…) and start each anew; then in front of them, and start each anew. Keep it where you keep the others. It is written down nowhere else.`;
  changeSealKeys(embedded.area, (before) => `${made},${before}`);
  const next = `Start Nearer again: it seals with ${name} from then on, and seals anew what older keys sealed.`;
  if (!isBackedUp(settings))
    return `${name} stands in secrets.json, before the others. Copy that file to where you keep it before anything else: what ${name} seals opens with nothing else. ${next}`;
  try {
    const { file } = await backUpEmbedded(embedded, planOf(settings, embedded.area.dir), new Date());
    return `${name} stands in secrets.json, before the others, and in the backup ${file}. ${next}`;
  } catch {
    throw new Fault(
      `${name} stands in secrets.json, before the others, but no backup holds it yet. Make one (npm run backup) before you start Nearer again: what ${name} seals opens with nothing else.`,
    );
  }
}

async function resealNow({ url, sealKeys }: Keeper): Promise<string> {
  const outcome = await reseal({ keeperUrl: url, sealKeys });
  switch (outcome.is) {
    case "nothing-to-do":
      return "There is nothing to seal anew.";
    case "elsewhere":
      return "A Nearer that runs is at it already. npm run admin -- keys says how far it is.";
    case "older-key":
      throw new Fault(
        `Nearer was never started with ${outcome.key} first, or ${outcome.newest} came after it. Start it with the newest key in front; then words are sealed anew.`,
      );
    case "done":
      return doneWords(outcome);
    default:
      return `Broken off after ${outcome.changed}. It goes on the next time.`;
  }
}

async function retireKey({ url, sealKeys, embedded }: Keeper, _: Settings, id: string): Promise<string> {
  const { writing } = readKeyRing(sealKeys);
  if (id === writing) throw new Fault(`Words are sealed with ${id}. Make a new key first: npm run admin -- new-key`);
  const kept = (await withClient(url, knownKeys)).find((one) => one.id === id);
  if (!kept) throw new Fault(`There is no key ${id}. npm run admin -- keys lists them.`);
  if (kept.retiredAt) throw new Fault(`${id} was retired before.`);
  const counts = await countEverything(url);
  const left = valuesOf(counts, id);
  if (left > 0)
    throw new Fault(
      `${id} is still needed: it sealed ${left} values (${tablesOf(counts, id)}). They are sealed anew while Nearer runs, or now: npm run admin -- reseal. Nothing was changed.`,
    );
  await withClient(url, (client) => retireSealKey(client, id, new Date()));
  const inFile = embedded ? "It is gone from secrets.json." : "Take it out of SEAL_KEYS on every instance.";
  if (embedded)
    changeSealKeys(embedded.area, (before) =>
      before
        .split(",")
        .filter((part) => !part.trim().startsWith(`${id}:`))
        .join(","),
    );
  return `${id} is retired: nothing here is sealed with it, and no start asks for it. ${inFile} Backups of before are sealed with it until the last of them is let go: keep ${id} as long as those.`;
}
