import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..", "..");

export const git = (...args: string[]) =>
  execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);

/** A copy of what git knows, so that nobody's work tree is ever wrong; it finds node_modules above it. */
export function copyOfTree(to: string): void {
  for (const file of git("ls-files", "--cached", "--others", "--exclude-standard"))
    if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(to, file), { force: true });
  mkdirSync(path.join(to, ".test"), { recursive: true });
}
