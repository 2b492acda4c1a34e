import { expect, it } from "vitest";
import { adminUrl, ownDatabase } from "@/db/testing/database";
import { closeLargeObjects, withClient } from "@/runtime/roles";

it("keeps the application out of large objects, which stand outside of every table and its rules", async () => {
  const { appUrl } = await ownDatabase("large");
  const admin = new URL(adminUrl());
  admin.pathname = new URL(appUrl).pathname;
  const tries = () =>
    withClient(appUrl, (client) => client.query("select lo_create(0)")).then(
      () => "made",
      (error: { code?: string }) => error.code,
    );
  expect(await tries()).toBe("made");
  await withClient(admin.href, closeLargeObjects);
  expect(await tries()).toBe("42501");
});
