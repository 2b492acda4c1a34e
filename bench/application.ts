import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};
const parentOf = (pid: number): number => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
const nameOf = (pid: number): string => read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");

/** Everything that this process started, and what that started. Linux alone says so without a program. */
function descendants(of: number): number[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const children = new Map<number, number[]>();
  for (const pid of all) children.set(parentOf(pid), [...(children.get(parentOf(pid)) ?? []), pid]);
  const found: number[] = [];
  const walk = (pid: number) => {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      walk(child);
    }
  };
  walk(of);
  return found;
}

/** The process of the application below this supervisor; undefined while there is none. */
export const applicationOf = (supervisor: number): number | undefined =>
  descendants(supervisor).find((pid) => /next-server|dist\/bin\/next/.test(nameOf(pid)));

/** Its memory in megabytes, as the machine counts it. */
export const megabytesOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Until the application answers again. */
export async function untilWell(url: string, patienceMs = 60_000): Promise<number> {
  const began = performance.now();
  for (;;) {
    const isWell = await fetch(`${url}/api/ready`).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.ok;
      },
      () => false,
    );
    if (isWell) return performance.now() - began;
    if (performance.now() - began > patienceMs) throw new Error("The application does not answer any more.");
    await sleep(50);
  }
}
