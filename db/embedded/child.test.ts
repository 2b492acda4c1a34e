import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Child, keepRunning } from "./child";

let child: Child | undefined;
afterEach(() => child?.stop());

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
});
