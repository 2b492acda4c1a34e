import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createVitest, type Vitest } from "vitest/node";
import { type Site, sitesOf } from "./command-sites";
import { nearestTests } from "./nearest-tests";
import { copyOfTree, git, root } from "./tree-copy";

const copy = path.join(root, ".test", "mutants", `commands-${process.pid}`);

export type Mutant = Site & { number: number; file: string; line: number; was: string };
export type Tried = Mutant & { killedBy: string | null };

export const mutatedFiles = () =>
  git(
    ...["ls-files", "db/commands/safety/*.ts", "db/commands/couples/*.ts"],
    ...["db/queries/couples/couple*.ts", "db/queries/safety/safety*.ts", "db/queries/safety/shared-class*.ts"],
  ).filter((file) => !file.includes(".test."));

/** A small generator with a seed of its own: the same code gives the same mutants everywhere. */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** So many sites, drawn from all of them without asking which. */
export function drawn(count: number, seed: number): Mutant[] {
  const every = mutatedFiles().flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return sitesOf(file, text).map((site) => ({
      ...{ ...site, file, was: text.slice(site.start, site.end) },
      line: text.slice(0, site.start).split("\n").length,
    }));
  });
  const next = numbers(seed);
  const taken: Omit<Mutant, "number">[] = [];
  while (taken.length < count && every.length > 0) taken.push(...every.splice(Math.floor(next() * every.length), 1));
  return taken
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
    .map((one, index) => ({ ...one, number: index + 1 }));
}

/** How many tests are asked of a mutant that is declared to be the same: enough to notice that it is not. */
const ASKED_OF_DECLARED = 5;

/** Copies the work tree, starts one Vitest with one PostgreSQL, and tries every mutant against the tests around it. */
export async function tryAll(
  mutants: readonly Mutant[],
  isDeclared: (mutant: Mutant) => boolean,
  say: (tried: Tried) => void,
): Promise<void> {
  copyOfTree(copy);
  process.chdir(copy);
  const vitest = await createVitest("test", {
    ...{ root: copy, config: path.join(copy, "vitest.config.ts"), project: ["database", "server"] },
    ...{ watch: false, maxWorkers: 1, reporters: [{}], cache: false },
  });
  // On a busy machine a test that is slow has noticed nothing.
  for (const { config } of vitest.projects) Object.assign(config, { testTimeout: 600_000, hookTimeout: 600_000 });
  const healthy = new Set<string>();
  try {
    for (const mutant of mutants) {
      const tests = nearestTests(copy, mutant.file).slice(0, isDeclared(mutant) ? ASKED_OF_DECLARED : undefined);
      say({ ...mutant, killedBy: await killerOf(vitest, mutant, tests, healthy) });
    }
  } finally {
    await vitest.close();
    process.chdir(root);
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * The first test that fails with the mutant, passes without it and fails with it again; null where there is none. `healthy`:
 * files that have passed on the code as it is.
 */
async function killerOf(
  vitest: Vitest,
  mutant: Mutant,
  tests: readonly string[],
  healthy: Set<string>,
): Promise<string | null> {
  const file = path.join(copy, mutant.file);
  const text = readFileSync(file, "utf8");
  const write = (words: string) => {
    writeFileSync(file, words);
    vitest.invalidateFile(file);
  };
  const wrong = text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end);
  try {
    for (const test of tests) {
      write(wrong);
      const fault = await failing(vitest, test);
      if (fault === null) continue;
      write(text);
      const before = healthy.has(test) ? null : await failing(vitest, test);
      // What fails without the mutant too has noticed nothing of it.
      if (before !== null) continue;
      healthy.add(test);
      write(wrong);
      if ((await failing(vitest, test)) !== null) return fault;
    }
    return null;
  } finally {
    write(text);
  }
}

/** Runs one file; what fails first in it, as words, or null. Vitest remembers what ran before: that is left out. */
async function failing(vitest: Vitest, file: string): Promise<string | null> {
  const moduleId = path.join(copy, file);
  const specifications = (await vitest.globTestSpecifications()).filter((one) => one.moduleId === moduleId);
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const [ran] = testModules.filter((module) => module.moduleId === moduleId);
  if (!ran) throw new Error(`${file} did not run.`);
  for (const test of ran.children.allTests("failed")) return `${file}: ${test.fullName}`;
  if (ran.state() === "failed") return `${file}: does not load`;
  return unhandledErrors.length > 0 ? `${file}: an error outside of every test` : null;
}
