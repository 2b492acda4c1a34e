import { describe, expect, it } from "vitest";
import { adminUrl, appUrl } from "@/db/testing/database";
import { openExternalDatabase } from "./external-database";
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
});
