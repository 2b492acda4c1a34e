import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { copyOfTree, root } from "./tree-copy";

/**
 * A mutant that Stryker calls alive, tried once more by Vitest alone. Stryker counts tests: where a file no longer loads
 * there is none, and none that fails.
 */
export class SecondLook {
  readonly #copy = path.join(root, ".test", "mutants", `second-look-${process.pid}`);

  /** `text`: the whole file with the mutant in it. True when the tests beside it fail, or else any test of the rules. */
  kills(file: string, source: string, text: string): boolean {
    if (!existsSync(this.#copy)) copyOfTree(this.#copy);
    const place = path.join(this.#copy, file);
    writeFileSync(place, text);
    try {
      return this.#fail([file.replace(/\.ts$/, ".")]) || this.#fail([]);
    } finally {
      writeFileSync(place, source);
    }
  }

  #fail(files: readonly string[]): boolean {
    const run = spawnSync(
      path.join(root, "node_modules", ".bin", "vitest"),
      [
        "run",
        "--config",
        "bench/mutants/vitest.config.ts",
        "--bail",
        "1",
        "--maxWorkers",
        "1",
        "--passWithNoTests",
        ...files,
      ],
      { cwd: this.#copy, env: { ...process.env, CI: "true" }, shell: process.platform === "win32" },
    );
    return run.status !== 0;
  }

  close(): void {
    rmSync(this.#copy, { recursive: true, force: true });
  }
}
