import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
const bin = (name) => path.join(root, "node_modules", ".bin", name);
const done = [];

function start(name, args, { env = {}, stdio }) {
  return spawn(bin(name), args, {
    cwd: root,
    stdio,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell: process.platform === "win32",
  });
}

/** Runs one command to its end with its output shown; answers whether it succeeded. */
export function command(name, args, env = {}) {
  return new Promise((resolve) => {
    const child = start(name, args, { env, stdio: "inherit" });
    child.once("error", (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      resolve(false);
    });
    child.once("close", (code) => resolve(code === 0));
  });
}

/** The same with its output kept, for a step that runs beside others. */
export function captured(name, args) {
  return new Promise((resolve) => {
    const child = start(name, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("error", ({ message }) => resolve({ ok: false, output: `${name} could not be started: ${message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

const seconds = (since) => (Date.now() - since) / 1_000;

/** One timed step with its output shown. */
export async function step(title, run) {
  console.log(`\n── ${title}`);
  const since = Date.now();
  const ok = await run();
  done.push({ title, ok, seconds: seconds(since) });
  return ok;
}

/**
 * Steps side by side, as many as there are processors; name the longest first. All of them run to their end, and only one
 * that failed, or has something to say, is heard.
 */
export async function together(steps) {
  const waiting = [...steps];
  let allOk = true;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const since = Date.now();
      const { ok, output, say = "" } = await next.run();
      done.push({ title: next.title, ok, seconds: seconds(since) });
      console.log(`${ok ? "passed" : "FAILED"}  ${next.title}${say && `: ${say}`}`);
      if (!ok) console.error(output.trim());
      allOk &&= ok;
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return allOk;
}

export function sayWhatRan() {
  console.log("\nWhat ran:");
  for (const { title, ok, seconds: took } of done) {
    console.log(`  ${ok ? "passed" : "FAILED"}  ${took.toFixed(1).padStart(6)} s  ${title}`);
  }
}
