import { spawn } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
const bin = (name) => path.join(root, "node_modules", ".bin", name);
const done = [];

/** Runs one command to its end with its output shown; answers whether it succeeded. */
export function command(name, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(bin(name), args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      shell: process.platform === "win32",
    });
    child.once("error", (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
}

/** One timed step. A step that fails is the last one: the summary is said and the process ends with code 1. */
export async function step(title, run) {
  console.log(`\n── ${title}`);
  const start = Date.now();
  const ok = await run();
  done.push({ title, ok, seconds: (Date.now() - start) / 1_000 });
  return ok;
}

export function sayWhatRan() {
  console.log("\nWhat ran:");
  for (const { title, ok, seconds } of done) {
    console.log(`  ${ok ? "passed" : "FAILED"}  ${seconds.toFixed(1).padStart(6)} s  ${title}`);
  }
}
