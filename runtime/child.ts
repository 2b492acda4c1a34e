import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { askUntil } from "@/runtime/wait";

export type ChildPlan = {
  /** What a person would call it: "The application". */
  name: string;
  cwd: string;
  args: string[];
  /** Asked anew at each start, so that a restart sees what has changed. */
  env: () => Promise<NodeJS.ProcessEnv>;
  isReady: () => Promise<boolean>;
  say: (line: string) => void;
  /** How long it may take to answer before that is told; a minute unless said. */
  patienceMs?: number;
};

export type Child = {
  /** True when it answers; false when it ended before it ever did. */
  started: Promise<boolean>;
  restart: () => void;
  /** Lets it finish what it is doing; after `patienceMs` it is ended. */
  stop: (patienceMs?: number) => Promise<void>;
  hurry: () => void;
};

const drainMs = 15_000;
const longestPauseMs = 30_000;
const dieWithParent = pathToFileURL(path.join(import.meta.dirname, "./exit-on-parent-disconnect.mjs")).href;

/** True once it answers, however slow the machine is; false when it ended before. An asking that fails is no answer. */
async function isAnswering(child: ChildProcess, { name, isReady, say, patienceMs = 60_000 }: ChildPlan) {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const ask = async () => (hasEnded() ? false : (await isReady().catch(() => false)) || null);
  for (;;) {
    const answer = await askUntil(ask, patienceMs);
    if (answer !== null) return answer;
    say(`${name} has not answered yet; waiting for it`);
  }
}

/** Keeps one Node program running: starts it again, with growing pauses, whenever it ends by itself. */
export function keepRunning(plan: ChildPlan): Child {
  let current: ChildProcess | null = null;
  let stopping = false;
  let wanted = false;
  let failures = 0;
  let pause: NodeJS.Timeout | undefined;
  let settle: (ready: boolean) => void = () => undefined;
  const started = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  let everReady = false;

  const launch = async () => {
    const env = await plan.env();
    if (stopping) return;
    // Detached: a Ctrl-C in the terminal reaches the supervisor alone, which then stops things in order.
    const child = spawn(process.execPath, ["--import", dieWithParent, ...plan.args], {
      cwd: plan.cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    current = child;
    // Its greeting is not for the reader; when it ends before it is ready, its words explain why.
    let greeting: Buffer[] | null = [];
    child.stdout?.on("data", (chunk: Buffer) => {
      if (greeting) greeting.push(chunk);
      else process.stdout.write(chunk);
    });
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.once("error", () => undefined);
    void ended.then(() => {
      if (current === child) current = null;
      afterEnd(child);
    });
    const ready = await isAnswering(child, plan);
    if (!ready) process.stdout.write(Buffer.concat(greeting));
    greeting = null;
    if (ready) {
      everReady = true;
      failures = 0;
      settle(true);
    }
  };

  const afterEnd = (child: ChildProcess) => {
    if (stopping) return;
    if (wanted) {
      wanted = false;
      start();
      return;
    }
    if (!everReady) {
      settle(false);
      return;
    }
    const pauseMs = Math.min(longestPauseMs, 500 * 2 ** failures);
    failures += 1;
    const how = child.signalCode ? `was ended by ${child.signalCode}` : `ended with code ${child.exitCode}`;
    plan.say(`${plan.name} ${how}; starting it again${pauseMs > 1_000 ? ` in ${Math.round(pauseMs / 1_000)} s` : ""}`);
    pause = setTimeout(start, pauseMs);
  };

  const start = () => {
    launch().catch((error: unknown) => {
      plan.say(`${plan.name} could not be started: ${error instanceof Error ? error.message : String(error)}`);
      if (!everReady) settle(false);
      else if (!stopping) pause = setTimeout(start, longestPauseMs);
    });
  };
  start();

  return {
    started,
    restart: () => {
      wanted = current !== null;
      current?.kill("SIGTERM");
    },
    stop: async (patienceMs = drainMs) => {
      stopping = true;
      clearTimeout(pause);
      const child = current;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const tooLong = setTimeout(() => {
        plan.say(`${plan.name} did not finish in ${Math.round(patienceMs / 1_000)} s and is ended`);
        child.kill("SIGKILL");
      }, patienceMs);
      await ended;
      clearTimeout(tooLong);
    },
    hurry: () => current?.kill("SIGKILL"),
  };
}
