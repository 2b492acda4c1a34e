import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";

it("is where zod keeps its settings: told there, it does not try to compile in a browser", () => {
  const { __zod_globalConfig: kept } = globalThis as { __zod_globalConfig?: object };
  expect(z.config()).toBe(kept);
  const told = readFileSync(path.resolve("instrumentation-client.ts"), "utf8");
  expect(told).toContain("__zod_globalConfig = { jitless: true }");
});
