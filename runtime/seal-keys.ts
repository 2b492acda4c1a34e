import { keepSealKeys, sealKeyTrouble, unknownSealKeys } from "@/db/seal-keys";
import { readKeyRing } from "@/db/sealed";
import { openEachKey } from "@/runtime/backup/open-each-key";
import { Fault } from "@/runtime/fault";
import type { PracticeDatabase } from "@/runtime/practice-database";
import { withClient } from "@/runtime/roles";

type Asked = Pick<PracticeDatabase, "embedded" | "keeperUrl" | "appUrl"> & { keys: { sealKeys: string } };

/**
 * Keys that are not those with which words were sealed end the start: every page with words would fail, and what is written
 * meanwhile could be read by nobody once the right ones are back.
 */
export async function requireSealKeys(database: Asked): Promise<void> {
  const ring = readKeyRing(database.keys.sealKeys);
  const keeperUrl = database.keeperUrl();
  await withClient(keeperUrl ?? database.appUrl(), async (client) => {
    const { missing, wrong, retired } = await sealKeyTrouble(client, ring);
    if (wrong.length > 0) throw new Fault(otherKey(wrong));
    if (missing.length > 0) throw new Fault(missingKey(missing));
    if (retired.length > 0) throw new Fault(retiredKey(retired));
    const unknown = await unknownSealKeys(client, ring);
    if (!keeperUrl || unknown.length === 0) return;
    // Before they are believed for good: they open what is there. Row-level security hides it from an owner elsewhere.
    const opened = database.embedded ? await openEachKey(client, database.keys.sealKeys) : {};
    const closed = Object.keys(opened).filter((key) => opened[key]?.opened === 0);
    const notHere = closed.filter((key) => !ring.keys.has(key));
    if (notHere.length > 0) throw new Fault(missingKey(notHere));
    if (closed.length > 0) throw new Fault(otherKey(closed));
    await keepSealKeys(client, ring, unknown);
  });
}

const otherKey = (ids: string[]) =>
  `The seal key ${ids.join(", ")} is not the one with which words here were sealed. Put secrets.json (or SEAL_KEYS) back as it was: every backup holds it. Nothing was changed.`;

const retiredKey = (ids: string[]) =>
  `The seal key ${ids.join(", ")} was retired and may seal nothing any more. Put the newer one first: SEAL_KEYS=new,old.`;

const missingKey = (ids: string[]) =>
  `Words here are sealed with the key ${ids.join(", ")}, which was not given. Put it behind the new one: SEAL_KEYS=new,old. If it is lost for good, docs/RUNNING.md says what can be done.`;
