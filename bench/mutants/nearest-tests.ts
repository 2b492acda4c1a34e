import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const isTest = (file: string) => /^(db|server|runtime)\/.*\.test\.ts$/.test(file);
/** The tests of both areas, and who may do what: asked of every mutant, whatever they import. */
const isOfArea = (file: string) =>
  /^db\/(commands|queries)\/(safety|couples)\//.test(file) || file === "db/commands/who-may-change.test.ts";

const words = (file: string) =>
  new Set(
    path
      .basename(file)
      .replace(/(\.test)?\.ts$/, "")
      .split("-"),
  );

/** The files of a tree that a file imports by name. */
function importedBy(tree: string, file: string): string[] {
  const text = readFileSync(path.join(tree, file), "utf8");
  return [...text.matchAll(/from "(@\/|\.{1,2}\/)([^"]+)"/g)].map(([, root, name]) => {
    const from = root === "@/" ? "" : path.posix.join(path.posix.dirname(file), root ?? "");
    return `${path.posix.join(from, name ?? "")}.ts`;
  });
}

/**
 * The tests around a file, the nearest first: those that import it, or where none does what imports it; then those of the areas,
 * by words of its name in theirs and by steps. Most mutants die in the first that is asked.
 */
export function nearestTests(tree: string, file: string): string[] {
  const every = readdirSync(tree, { recursive: true, encoding: "utf8" })
    .map((one) => one.replaceAll(path.sep, "/"))
    .filter((one) => /^(db|server|runtime)\/.*\.ts$/.test(one));
  const importers = new Map<string, string[]>();
  for (const one of every)
    for (const imported of importedBy(tree, one)) importers.set(imported, [...(importers.get(imported) ?? []), one]);

  const steps = new Map([[file, 0]]);
  // What tests stand on imports nearly everything, and brings nobody nearer.
  for (const [reached, count] of steps)
    if (!reached.startsWith("db/testing/"))
      for (const one of importers.get(reached) ?? []) if (!steps.has(one)) steps.set(one, count + 1);

  const tests = every.filter(isTest);
  const stepsTo = (test: string) => steps.get(test) ?? 99;
  const fewest = Math.min(...tests.map(stepsTo));
  const named = words(file);
  /** Smaller is nearer. */
  const distance = (test: string) => {
    const alike = [...words(test)].filter((word) => named.has(word)).length;
    return stepsTo(test) === fewest ? -alike : 100 * (10 - alike) + stepsTo(test);
  };
  return tests
    .filter((one) => stepsTo(one) === fewest || isOfArea(one))
    .sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1));
}
