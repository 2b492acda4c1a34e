import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { migrate } from "@/db/migrate";
import { ownDatabase } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";

it("migrates once when several instances start at once", async () => {
  const { ownerUrl } = await ownDatabase("unmigrated", false);
  await Promise.all([migrate({ ownerUrl }), migrate({ ownerUrl }), migrate({ ownerUrl })]);
  const files = readdirSync(path.join(import.meta.dirname, "migrations")).filter((name) => name.endsWith(".sql"));
  const applied = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from nearer_meta.migration");
    return rows[0]?.count;
  });
  expect(applied).toBe(files.length);
});
