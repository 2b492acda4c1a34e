/** Ctrl-C, SIGTERM or a closed terminal. The first asks for an orderly end, a later one for a quick one. */
export type Ending = {
  asked: Promise<void>;
  isAsked: () => boolean;
  onHurry: (listener: () => void) => void;
  /** The answer of `work`, or an `Interrupted` as soon as the end is asked for. */
  unless: <T>(work: Promise<T>) => Promise<T>;
};

export class Interrupted extends Error {
  override name = "Interrupted";
}

// npm passes on a Ctrl-C that the terminal has already sent to everyone: within this time it is the same one.
const sameKeypressMs = 700;

export function listenForEnding(): Ending {
  const hurry: (() => void)[] = [];
  let askedAt = 0;
  let settle: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const onSignal = () => {
    if (!askedAt) {
      askedAt = Date.now();
      settle();
    } else if (Date.now() - askedAt > sameKeypressMs) {
      for (const listener of hurry) listener();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  if (process.env.npm_lifecycle_event) whenParentEnds(() => askedAt || onSignal());
  return {
    asked,
    isAsked: () => askedAt > 0,
    onHurry: (listener) => hurry.push(listener),
    unless: (work) =>
      Promise.race([
        work,
        asked.then(() => {
          throw new Interrupted();
        }),
      ]),
  };
}

/** A SIGTERM to npm ends npm and its shell and never reaches us: their end is the signal. */
function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && tell(), 500).unref();
}
