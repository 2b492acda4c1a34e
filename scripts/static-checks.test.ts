import { expect, test } from "vitest";
import { staticStepsOf } from "./static-checks.mjs";

const titles = (...files: string[]) => staticStepsOf(files).map(({ title }) => title);

test("an edit of any floor of the house has its arrows looked at", () => {
  for (const file of [
    "app/layout.tsx",
    "server/load.ts",
    "runtime/worker/main.ts",
    "sample/seed.ts",
    "db/scope.ts",
    "proxy.ts",
  ])
    expect(titles(file), file).toContain("Arrows: dependency-cruiser");
  expect(titles("docs/HOW-TO.md")).not.toContain("Arrows: dependency-cruiser");
});

test("an edit of the schema has its migrations looked at", () => {
  expect(titles("db/schema/learn.ts")).toContain("Migrations: no drift from the schema");
});
