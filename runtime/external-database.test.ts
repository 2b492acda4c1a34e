import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { adminUrl, appUrl } from "@/db/testing/database";
import { openExternalDatabase } from "./external-database";
import { withClient } from "./roles";
import type { Settings } from "./settings";

const keys = { SEAL_KEYS: "k1:x", NEXTAUTH_SECRET: "x", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "x" };
const opened = (url: string, more: Partial<Settings> = {}) =>
  openExternalDatabase({ ...keys, ...more } as Settings, url, () => undefined);

describe("a PostgreSQL of somebody's own", () => {
  it("is opened as a role that row-level security binds, the worker's too", async () => {
    await expect(opened(appUrl())).resolves.toMatchObject({ embedded: false });
    await expect(opened(adminUrl())).rejects.toThrow("The role in DATABASE_URL could read past row-level security");
    await expect(opened(appUrl(), { DATABASE_WORKER_URL: adminUrl() })).rejects.toThrow(
      "The role in DATABASE_WORKER_URL",
    );
  });

  it("says what its owner is missing, and nothing about directories", async () => {
    const name = `plain_${randomUUID().replaceAll("-", "")}`;
    await withClient(adminUrl(), (admin) => admin.query(`create role ${name} login password 'plain'`));
    const owner = new URL(adminUrl());
    [owner.username, owner.password] = [name, "plain"];
    await withClient(adminUrl(), (admin) =>
      admin.query(`grant connect on database ${admin.escapeIdentifier(owner.pathname.slice(1))} to ${name}`),
    );
    try {
      const { migrate } = await opened(appUrl(), { DATABASE_OWNER_URL: owner.href });
      await expect(migrate()).rejects.toThrow(
        /^The role in DATABASE_OWNER_URL may not do what a migration needs \(permission denied .*CREATEROLE/,
      );
    } finally {
      await withClient(adminUrl(), async (admin) => {
        await admin.query(`drop owned by ${name}`);
        await admin.query(`drop role ${name}`);
      });
    }
  });
});
