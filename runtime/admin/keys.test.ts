import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { giveUpSealKey, keepSealKeys } from "@/db/seal-keys";
import { readKeyRing } from "@/db/sealed";
import { adminUrl, ownDatabase } from "@/db/testing/database";
import { scratchArea } from "@/db/testing/scratch-area";
import type { Embedded } from "@/runtime/embedded-postgres";
import { withClient } from "@/runtime/roles";
import { makeSealKey } from "@/runtime/secrets";
import { readSettings } from "@/runtime/settings";
import { keyCommands } from "./keys";

const { dir, remove } = scratchArea();
afterAll(remove);

it("puts a new key before the others in secrets.json, as a whole, and takes a retired one out again", async () => {
  const file = path.join(dir, "secrets.json");
  const passwords = { superuser: "a", owner: "b", app: "c", worker: "d" };
  const old = makeSealKey("k1");
  writeFileSync(file, JSON.stringify({ passwords, sealKeys: old, authSecret: "e", actionsKey: "f" }));
  const held = (): string => JSON.parse(readFileSync(file, "utf8")).sealKeys;
  const own = await ownDatabase("new_key");
  const { username, password } = new URL(adminUrl());
  const url = Object.assign(new URL(own.ownerUrl), { username, password }).href;
  const settings = readSettings(dir, false, { NEARER_DATA_DIR: dir, NEARER_TEST_NO_FSYNC: "1" });
  const run = (name: string, word = "") =>
    keyCommands[name]?.run({ url, sealKeys: held(), embedded: { area: { dir } } as Embedded }, settings, word);

  await withClient(url, (owner) => keepSealKeys(owner, readKeyRing(old), ["k1"]));
  expect(await run("new-key")).toMatch(/^k2 stands in secrets\.json, before the others/);
  expect([...readKeyRing(held()).keys.keys()]).toEqual(["k2", "k1"]);
  expect(held().endsWith(old)).toBe(true);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ passwords, authSecret: "e", actionsKey: "f" });

  expect(await run("retire-key", "k1")).toContain("gone from secrets.json");
  expect(readKeyRing(held()).writing).toBe("k2");
  expect(held()).not.toContain(old);
  // A name that was given once is never given again.
  await withClient(url, (owner) => giveUpSealKey(owner, "k2"));
  expect(await run("new-key")).toMatch(/^k3 /);
});

it("shows one to put on every instance, where the keys lie elsewhere, and writes it nowhere", async () => {
  const said = await keyCommands["new-key"]?.run(
    { url: adminUrl(), sealKeys: makeSealKey("k4") },
    readSettings(dir, false, { NEARER_DATA_DIR: dir }),
    "",
  );
  expect(said).toMatch(/^k5:[A-Za-z0-9+/]{43}=\n.*behind the others on every instance first \(SEAL_KEYS=k4:…,k5:…\)/);
});
