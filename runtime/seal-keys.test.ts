import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { giveUpSealKey } from "@/db/seal-keys";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { adminUrl, ownDatabase } from "@/db/testing/database";
import { mintPractice } from "@/db/testing/mint";
import { sealWord } from "@/db/testing/sealed-word";
import { withClient } from "@/runtime/roles";
import { requireSealKeys } from "@/runtime/seal-keys";

const key = () => randomBytes(32).toString("base64");
const first = `k1:${key()}`;
let keeper = "";
let app = "";

/** The start of Nearer, as far as keys go: with these, on this database. */
const startWith = (sealKeys: string, of = keeper) =>
  requireSealKeys({ embedded: true, keys: { sealKeys }, keeperUrl: () => of, appUrl: () => app });

beforeAll(async () => {
  const own = await ownDatabase("keys");
  const { username, password } = new URL(adminUrl());
  keeper = Object.assign(new URL(own.ownerUrl), { username, password }).href;
  app = own.appUrl;
  const pool = connect({ url: own.appUrl, max: 2, onIdleError: () => undefined });
  holdKeyRing(readKeyRing(first));
  await sealWord(pool, await mintPractice(pool));
  await pool.end();
});

it("believes no key that does not open what an earlier version sealed", async () => {
  await expect(startWith(`k1:${key()}`)).rejects.toThrow(/seal key k1 is not the one/);
  await expect(startWith(`k2:${key()}`)).rejects.toThrow(/sealed with the key k1, which was not given/);
});

it("takes the right one, knows it again, and takes no other under its name", async () => {
  await startWith(first);
  await startWith(first);
  await expect(startWith(`k1:${key()}`)).rejects.toThrow(/seal key k1 is not the one/);
});

it("takes a new one in front of the old, and asks for both from then on, until one is given up", async () => {
  const second = `k2:${key()}`;
  await startWith(`${second},${first}`);
  await expect(startWith(second)).rejects.toThrow(/sealed with the key k1, which was not given/);
  expect(await withClient(keeper, (owner) => giveUpSealKey(owner, "k1"))).toBe(true);
  await startWith(second);
});
