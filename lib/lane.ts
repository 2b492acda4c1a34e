/** Work that goes one after another: so much at once, so much more waiting in turn, and none beyond that. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T | typeof laneIsFull>;

export const laneIsFull = Symbol("the lane is full");

/** Whoever comes when nobody more may wait is told so at once: a crowd takes no more of the machine than its lane. */
export function laneOf({ atOnce, waiting: most }: { atOnce: number; waiting: number }): Lane {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working < atOnce) working += 1;
    else if (waiting.length < most) await new Promise<void>((begin) => waiting.push(begin));
    else return laneIsFull;
    try {
      return await work();
    } finally {
      // The place goes to the next in turn, so that nobody who comes now goes before them.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
