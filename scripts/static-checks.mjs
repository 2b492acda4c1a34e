import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { captured, root } from "./run-step.mjs";

/** What a step read last time, beside the build's own cache: `next build` leaves it, and git does not see it. */
const cache = (name) => path.join(root, ".next", "cache", "check", name);

const floors = ["app", "components", "server", "runtime", "sample", "db", "lib", "proxy.ts"];

/** Boxes and arrows. "No modules cruised" is a failure too: a parser that reads nothing would be green for ever. */
async function dependencyArrows() {
  const boxes = floors.filter((name) => existsSync(path.join(root, name)));
  const kept = ["--cache", cache("arrows"), "--cache-strategy", "content"];
  const { ok, output } = await captured("depcruise", ["--output-type", "err-long", ...boxes, ...kept]);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  return modules > 0 ? { ok, output } : { ok: false, output: `${output}\ndependency-cruiser read no modules.` };
}

/** Generates migrations from the schema into a copy: a new file there means that the schema ran ahead of them. */
async function migrationDrift() {
  const copy = mkdtempSync(path.join(root, "db", ".drift-"));
  try {
    cpSync(path.join(root, "db", "migrations"), copy, { recursive: true });
    const before = readdirSync(copy).sort();
    const { ok, output } = await captured("drizzle-kit", [
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema",
      `--out=./${path.relative(root, copy)}`,
      "--name=drift",
    ]);
    const added = readdirSync(copy).filter((name) => !before.includes(name));
    if (added.length > 0) {
      const ahead = added.map(
        (name) => `The schema is ahead of db/migrations:\n${readFileSync(path.join(copy, name))}`,
      );
      return { ok: false, output: ahead.join("\n") };
    }
    // It ends with 0 even when it wanted to ask about a renamed column: only its own "no changes" counts.
    return { ok: ok && /No schema changes/.test(output), output };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The routes' types come first: they are part of the program. */
async function types() {
  const routes = await captured("next", ["typegen"]);
  return routes.ok ? captured("tsc", ["--noEmit", "-p", "."]) : routes;
}

const knip = (name, ...args) =>
  captured("knip", ["--no-progress", "--cache", "--cache-location", cache(name), ...args]);
const biome = (...files) => captured("biome", ["check", "--error-on-warnings", "--no-errors-on-unmatched", ...files]);

const typesStep = { title: "Types: routes and TypeScript", run: types };
const arrowsStep = { title: "Arrows: dependency-cruiser", run: dependencyArrows };
const driftStep = { title: "Migrations: no drift from the schema", run: migrationDrift };

/** Everything that reads the code without running it, the longest first. */
export const staticSteps = () => [
  typesStep,
  arrowsStep,
  { title: "Biome: format and lint", run: () => biome() },
  { title: "Leftovers: knip", run: () => knip("knip") },
  {
    // Without the tests: what they alone import is dead in the product, or says @internal and why.
    title: "Leftovers: knip, the product alone",
    run: () => knip("knip-product", "--production", "--include", "files,exports,types"),
  },
  driftStep,
];

/**
 * What can be said of some files alone; leftovers wait for the whole check. Arrows are read whole, from their cache: of a file
 * at the edge of a part nobody knows what it imports, and a rule that asks for an import would fail.
 */
export function staticStepsOf(files) {
  const inBoxes = files.filter((file) => /\.tsx?$/.test(file) && floors.includes(file.split("/")[0]));
  return [
    typesStep,
    { title: "Biome: format and lint", run: () => biome(...files) },
    ...(inBoxes.length > 0 ? [arrowsStep] : []),
    ...(files.some((file) => /^db\/(schema|migrations)\//.test(file)) ? [driftStep] : []),
  ];
}
