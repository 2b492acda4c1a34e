/** After so many days a client reads by letter again of a browser that is new, on a kind of device that was written about (ours). */
const daysBetweenLetters = 7;

/** A letter after this moment about the same kind of device is enough. */
export const lettersAgainFrom = (now: Date): Date => new Date(now.getTime() - daysBetweenLetters * 86_400_000);

type Told = { kind: string; device: string | null };

/**
 * What is told, with what reads the same told once: new browsers on one kind of device, newest first, and how many. Each
 * stands at the place of its newest.
 */
export function foldNewDevices<T extends Told>(changes: readonly T[]): (T & { times: number })[] {
  const folded = new Map<string, T & { times: number }>();
  changes.forEach((change, place) => {
    const key = change.kind === "new-device" ? `device ${change.device}` : `place ${place}`;
    const first = folded.get(key);
    folded.set(key, first ? { ...first, times: first.times + 1 } : { ...change, times: 1 });
  });
  return [...folded.values()];
}
