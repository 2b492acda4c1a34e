import { spawn } from "node:child_process";
import type { RunAs } from "@/runtime/run-as";

export type Outcome = { code: number | null; output: string };

/** A clean environment: no PG* variable, proxy or library path of the caller reaches the database. */
const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH: process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
});

/** Runs one of PostgreSQL's programs to its end, as its own user, away from the terminal's Ctrl-C. */
export function runProgram(command: string, args: string[], user: RunAs | null, cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: cleanEnvironment(),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      ...(user ?? {}),
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    });
  });
}
