import { readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { codeOf } from "@/runtime/fault";

export type PostmasterFile = { pid: number; port: number };

/** What PostgreSQL wrote into `postmaster.pid`; null when there is none. We read it and never write or delete it. */
export function readPostmasterFile(databaseDir: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(path.join(databaseDir, "postmaster.pid"), "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0 } : null;
}

/** `stranger`: alive, and certainly not a PostgreSQL of this directory (the number was given to another program). */
export function stateOf(pid: number, databaseDir: string): "gone" | "zombie" | "alive" | "stranger" {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return "gone";
  }
  if (process.platform !== "linux") return "alive";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    if (stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z")) return "zombie";
    return readlinkSync(`/proc/${pid}/cwd`) === databaseDir ? "alive" : "stranger";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "gone";
    return "alive";
  }
}
