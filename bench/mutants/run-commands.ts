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

/** How many files are asked first, in one run: most mutants die there. A mutant that is declared is asked of these alone. */
const NEAREST = 4;

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
    ...{ watch: false, maxWorkers: 1, reporters: [{}], cache: false, bail: 1 },
  });
  // On a busy machine a test that is slow has noticed nothing.
  for (const { config } of vitest.projects) Object.assign(config, { testTimeout: 600_000, hookTimeout: 600_000 });
  const healthy = new Set<string>();
  try {
    for (const mutant of mutants) {
      const tests = nearestTests(copy, mutant.file);
      const [nearest, others] = [tests.slice(0, NEAREST), isDeclared(mutant) ? [] : tests.slice(NEAREST)];
      const killedBy =
        (await killerOf(vitest, mutant, nearest, healthy)) ?? (await killerOf(vitest, mutant, others, healthy));
      say({ ...mutant, killedBy });
    }
  } finally {
    await vitest.close();
    process.chdir(root);
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * The first test that fails with the mutant, passes without it and fails with it again; null where there is none. The files run
 * in one process, because loading takes longer than asking. `healthy`: files that have passed on the code as it is.
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
  let left = [...tests];
  try {
    while (left.length > 0) {
      write(wrong);
      const fault = await failing(vitest, left);
      if (fault === null) return null;
      write(text);
      // What fails without the mutant too has noticed nothing of it.
      const isHealthy = healthy.has(fault.file) || (await failing(vitest, [fault.file])) === null;
      if (isHealthy) {
        healthy.add(fault.file);
        write(wrong);
        if ((await failing(vitest, [fault.file])) !== null) return `${fault.file}: ${fault.words}`;
      }
      left = left.filter((one) => one !== fault.file);
    }
    return null;
  } finally {
    write(text);
  }
}

/** Runs files; what fails first in them, or null. Vitest remembers what ran before: that is left out. */
async function failing(vitest: Vitest, files: readonly string[]): Promise<{ file: string; words: string } | null> {
  const wanted = new Map(files.map((file) => [path.join(copy, file), file]));
  const specifications = (await vitest.globTestSpecifications()).filter(({ moduleId }) => wanted.has(moduleId));
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const ran = testModules.filter(({ moduleId }) => wanted.has(moduleId));
  if (ran.length === 0) throw new Error(`${files.join(", ")} did not run.`);
  for (const module of ran) {
    const file = wanted.get(module.moduleId) ?? "";
    for (const test of module.children.allTests("failed")) return { file, words: test.fullName };
    if (module.state() === "failed") return { file, words: "does not load" };
  }
  const [first = ""] = files;
  return unhandledErrors.length > 0 ? { file: first, words: "an error outside of every test" } : null;
}
