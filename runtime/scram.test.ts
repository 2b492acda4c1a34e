import type pg from "pg";
import { expect, it } from "vitest";
import { adminUrl } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";
import { scramVerifier } from "@/runtime/scram";

it("is taken by PostgreSQL in place of the password, which no statement holds", async () => {
  const [name, password] = [`nearer_scram_${process.pid}`, "a word that is no one's"];
  const verifier = scramVerifier(password);
  expect(verifier).not.toContain("no one");
  const url = new URL(adminUrl());
  [url.username, url.password] = [name, password];
  const enters = (as: string) =>
    withClient(as, (client) => client.query("select current_user as name")).then(
      ({ rows }) => rows[0]?.name,
      (error: pg.DatabaseError) => error.code,
    );
  await withClient(adminUrl(), async (admin) => {
    await admin.query(`create role ${name} login password '${verifier}'`);
    await admin.query(`grant connect on database ${url.pathname.slice(1)} to ${name}`);
    try {
      expect(await enters(url.href)).toBe(name);
      url.password = verifier;
      expect(await enters(url.href)).toBe("28P01");
    } finally {
      await admin.query(`revoke all on database ${url.pathname.slice(1)} from ${name}`);
      await admin.query(`drop role ${name}`);
    }
  });
});
