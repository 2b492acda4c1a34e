import "server-only";

const everyMs = 50;
let due = performance.now() + everyMs;
let last = 0;

setInterval(() => {
  const now = performance.now();
  last = now - due;
  due = now + everyMs;
}, everyMs).unref();

/** By how many milliseconds this process is behind with its work. */
export const lateness = (): number => Math.max(0, last, performance.now() - due);
