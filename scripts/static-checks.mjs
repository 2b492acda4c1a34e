import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { command, root, step } from "./run-step.mjs";

/** Boxes and arrows. "No modules cruised" is a failure too: a parser that reads nothing would be green for ever. */
async function dependencyArrows() {
  const boxes = ["app", "components", "lib", "db", "proxy.ts"].filter((name) => existsSync(path.join(root, name)));
  const run = spawnSync(
    process.execPath,
    ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "--output-type", "err-long", ...boxes],
    { cwd: root, encoding: "utf8" },
  );
  const output = `${run.stdout}${run.stderr}`.trim();
  console.log(output);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules === 0) console.error("dependency-cruiser read no modules.");
  return run.status === 0 && modules > 0;
}

/** Generates migrations from the schema into a copy: a new file there means that the schema ran ahead of them. */
export async function migrationDrift() {
  const copy = mkdtempSync(path.join(root, "db", ".drift-"));
  try {
    cpSync(path.join(root, "db", "migrations"), copy, { recursive: true });
    const before = readdirSync(copy).sort();
    const run = spawnSync(
      path.join(root, "node_modules/.bin/drizzle-kit"),
      [
        "generate",
        "--dialect=postgresql",
        "--schema=./db/schema",
        `--out=./${path.relative(root, copy)}`,
        "--name=drift",
      ],
      { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" },
    );
    const added = readdirSync(copy).filter((name) => !before.includes(name));
    for (const name of added)
      console.error(`The schema is ahead of db/migrations:\n${readFileSync(path.join(copy, name), "utf8")}`);
    // It ends with 0 even when it wanted to ask about a renamed column: only its own "no changes" counts.
    const unchanged = /No schema changes/.test(run.stdout);
    if (!unchanged && added.length === 0) console.error(`${run.stdout}${run.stderr}`);
    return run.status === 0 && unchanged && added.length === 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Everything that reads the code without running it. Stops at the first step that fails; types are read beside the arrows. */
export async function staticChecks() {
  const isFormed =
    (await step("Biome: format and lint", () => command("biome", ["check", "--error-on-warnings"]))) &&
    (await step("Types: routes", () => command("next", ["typegen"])));
  if (!isFormed) return false;
  const types = step("Types: TypeScript", () => command("tsc", ["--noEmit", "-p", "."]));
  const isOrdered =
    (await step("Arrows: dependency-cruiser", dependencyArrows)) &&
    (await step("Leftovers: knip", () => command("knip", ["--no-progress"]))) &&
    // Once more without the tests: what they alone import is dead in the product.
    (await step("Leftovers: knip, product alone", () =>
      command("knip", ["--no-progress", "--production", "--include", "files,exports,types"]),
    ));
  return (await types) && isOrdered && (await step("Migrations: no drift from the schema", migrationDrift));
}
