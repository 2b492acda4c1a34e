// Stands inside the application and the worker during `npm run proof soak` (NODE_OPTIONS), and nowhere else: every few seconds
// it empties the heap of what nobody holds, and writes a line of figures. Nothing of what is worked on is in them.
import { appendFileSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

const to = new URL(import.meta.url).searchParams.get("to");
const words = process.argv.join(" ");
const kind = /next\/dist\/bin\/next start/.test(words)
  ? "application"
  : words.includes("runtime/worker/main.ts")
    ? "worker"
    : null;
const everyMs = 5_000;
const resolution = 5;

if (to && kind && isMainThread) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  const lag = monitorEventLoopDelay({ resolution });
  const whole = monitorEventLoopDelay({ resolution });
  const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution);
  let hasBegun = false;
  const look = () => {
    // The collection that is asked for here is none of the product's: it does not count as a wait.
    lag.disable();
    whole.disable();
    const figures = { p99: ms(lag.percentile(99)), max: ms(lag.max), wholeP99: ms(whole.percentile(99)) };
    lag.reset();
    // What was cold at the start is not what people wait for afterwards.
    if (!hasBegun && existsSync(path.join(to, "begun"))) {
      hasBegun = true;
      whole.reset();
    }
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    const kinds = process.getActiveResourcesInfo();
    const line = {
      at: Date.now(),
      pid: process.pid,
      ...figures,
      ...{ heapUsed, external, rss },
      fds: readdirSync("/proc/self/fd").length,
      sockets: kinds.filter((name) => name === "TCPSocketWrap").length,
      timers: kinds.filter((name) => name === "Timeout").length,
    };
    appendFileSync(path.join(to, `${kind}.jsonl`), `${JSON.stringify(line)}\n`);
    lag.enable();
    whole.enable();
  };
  lag.enable();
  whole.enable();
  setInterval(look, everyMs).unref();
}
