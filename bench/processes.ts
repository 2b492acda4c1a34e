import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { readPostmasterFile } from "@/runtime/postmaster-file";

/** What a process started, by its number; of Linux alone, which tells it. */
export const childrenOf = (pid: number): number[] => {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number) : [];
};

const commandOf = (pid: number): string => {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", " ") : "";
};

export type House = { application: number; worker: number };

/** The two processes that a supervisor keeps running. */
export function houseOf(supervisor: number): House {
  const all = childrenOf(supervisor).map((pid) => ({ pid, command: commandOf(pid) }));
  const found = (part: string) => all.find(({ command }) => command.includes(part))?.pid ?? 0;
  return { application: found("next/dist/bin/next") || found("next-server"), worker: found("runtime/worker/main.ts") };
}

export const postmasterOf = (dir: string): number => readPostmasterFile(path.join(dir, "pg"))?.pid ?? 0;

/** Gone, or waiting for its parent to notice. */
export function isGone(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return true;
  }
}

/** When each of them ended, in the clock of `performance`, looked for every few milliseconds. */
export async function endsOf<Name extends string>(pids: Record<Name, number>, forMs: number) {
  const ends: Partial<Record<Name, number>> = {};
  const names = Object.keys(pids) as Name[];
  const until = performance.now() + forMs;
  while (performance.now() < until && names.some((name) => ends[name] === undefined)) {
    for (const name of names) if (ends[name] === undefined && isGone(pids[name])) ends[name] = performance.now();
    await sleep(5);
  }
  return ends;
}

/** As when the machine is gone: it and all that it started, at once. */
export function killWhole(pid: number): void {
  const all = [pid, ...childrenOf(pid)];
  for (const one of all)
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It ended in between.
    }
}
