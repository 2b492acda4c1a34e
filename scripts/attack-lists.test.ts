import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { attacks } from "../e2e/security/actions";
import { actionFiles, routes, routesInTheTree } from "../e2e/security/routes";

/** What the attacks ask of the build, asked of the sources: whoever adds a page hears of it without a build. */
const root = path.resolve(import.meta.dirname, "..");

test("every page is listed with who may open it", () => {
  expect(routesInTheTree()).toEqual(Object.keys(routes).sort());
});

test("every action is listed, with a form for it", () => {
  const written = actionFiles().flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = \w+Action\(/gm)].map(
      ([, name]) => `${path.relative(root, file).replaceAll("\\", "/")}#${name}`,
    ),
  );
  expect(written.sort()).toEqual(
    Object.keys(attacks)
      .filter((name) => name.startsWith("app/"))
      .sort(),
  );
});
