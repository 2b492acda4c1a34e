import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type Child, keepRunning } from "./child";

let child: Child | undefined;
const dir = mkdtempSync(path.join(tmpdir(), "nearer-child-"));
afterEach(() => child?.stop());
afterAll(() => rmSync(dir, { recursive: true }));

/** A program that runs until it is ended, and answers as `answers` says. */
function running(answers: () => Promise<boolean>, patienceMs?: number) {
  const said: string[] = [];
  child = keepRunning({
    name: "The program",
    cwd: process.cwd(),
    args: ["-e", "setInterval(() => undefined, 1000)"],
    env: async () => process.env,
    isReady: answers,
    say: (line) => said.push(line),
    ...(patienceMs && { patienceMs }),
  });
  return { started: child.started, said };
}

describe("a program that is kept running", () => {
  it("has started when it answers, however long that took, and the wait is told", async () => {
    let asked = 0;
    const { started, said } = running(async () => ++asked > 8, 200);
    const soon = Promise.race([started, sleep(10_000).then(() => "never")]);
    expect(await soon).toBe(true);
    expect(said).toContain("The program has not answered yet; waiting for it");
  });

  it("is asked again where the asking fails, and is not started a second time", async () => {
    let asked = 0;
    const { started, said } = running(async () => {
      asked += 1;
      if (asked < 3) throw new Error("the database is away");
      return true;
    });
    expect(await started).toBe(true);
    expect(said).toEqual([]);
  });

  // Next's development server does this; its fork heard nothing while the channel did not keep it running.
  it("may fork a worker that waits for its first order", async () => {
    const [worker, heard] = [path.join(dir, "worker.cjs"), path.join(dir, "heard")];
    writeFileSync(worker, "process.once('message', () => process.exit(7)); process.send('here')");
    const forks = `
      const { fork } = require("node:child_process");
      const worker = fork(process.env.WORKER, { env: { ...process.env, NEXT_PRIVATE_WORKER: "1" } });
      worker.once("message", () => setTimeout(() => worker.connected && worker.send("go"), 100));
      worker.once("exit", (code) => code === 7 && require("node:fs").writeFileSync(process.env.HEARD, "yes"));
      setInterval(() => undefined, 1000);`;
    child = keepRunning({
      name: "The program",
      cwd: process.cwd(),
      args: ["-e", forks],
      env: async () => ({ ...process.env, WORKER: worker, HEARD: heard }),
      isReady: async () => existsSync(heard),
      say: () => undefined,
    });
    expect(await Promise.race([child.started, sleep(10_000).then(() => "never")])).toBe(true);
  });
});
