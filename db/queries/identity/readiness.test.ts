import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { connect } from "@/db/connect";
import { keepSealKeys } from "@/db/seal-keys";
import { readKeyRing } from "@/db/sealed";
import { adminUrl, appUrl, ownerUrl, testPool } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";
import { whatIsBroken } from "./readiness";

const keyOf = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString("base64")}`;

describe("what keeps Nearer from its work", () => {
  it("is nothing where all is well, and each thing by its name where it is not", async () => {
    const pool = testPool();
    const id = `t${randomUUID().slice(0, 8)}`;
    const sealKeys = keyOf(id, 3);
    await withClient(ownerUrl(), (owner) => keepSealKeys(owner, readKeyRing(sealKeys), [id]));
    const now = new Date();
    expect(await whatIsBroken(pool, { sealKeys, now })).toEqual([]);
    expect(await whatIsBroken(pool, { sealKeys: keyOf(id, 4), now })).toEqual(["keys"]);
    expect(await whatIsBroken(pool, { sealKeys: keyOf("other", 3), now })).toEqual(["keys"]);
    expect(await whatIsBroken(pool, { sealKeys, now: new Date(now.getTime() - 60_000) })).toEqual(["clock"]);
    const unbound = connect({ url: adminUrl(), max: 1, onIdleError: () => undefined });
    expect(await whatIsBroken(unbound, { sealKeys, now })).toContain("unsafe-role");
    await unbound.end();
    const readOnly = new URL(appUrl());
    readOnly.searchParams.set("options", "-c default_transaction_read_only=on");
    const closed = connect({ url: readOnly.href, max: 1, onIdleError: () => undefined });
    expect(await whatIsBroken(closed, { sealKeys, now })).toEqual(["read-only"]);
    await closed.end();
    await withClient(ownerUrl(), (owner) => owner.query("delete from nearer_meta.seal_key where id = $1", [id]));
  });

  it("is that nobody answers, or that all connections are taken", async () => {
    const nowhere = new URL(appUrl());
    nowhere.port = "1";
    const sealKeys = keyOf("k1", 7);
    const away = connect({ url: nowhere.href, max: 1, onIdleError: () => undefined });
    expect(await whatIsBroken(away, { sealKeys, now: new Date() })).toEqual(["unreachable"]);
    await away.end();
    const full = connect({ url: appUrl(), max: 1, patienceMs: 50, onIdleError: () => undefined });
    const held = await full.connect();
    expect(await whatIsBroken(full, { sealKeys, now: new Date() })).toEqual(["busy"]);
    held.release();
    await full.end();
  });
});
