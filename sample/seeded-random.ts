import { createHash } from "node:crypto";

const digest = (name: string) => createHash("sha256").update(`nearer sample: ${name}`).digest();

/** The same name gives the same id on every machine, in the shape of a UUID (version 8: made by the application). */
export function idOf(...name: (string | number)[]): string {
  const bytes = digest(name.join("/")).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A stream of chance that always falls the same way for one name, whatever else is drawn before it. */
export type Chance = {
  /** 0 up to, not including, 1. */
  next: () => number;
  /** True in so many of 1. */
  happens: (share: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  /** About normal: mean 0, standard deviation 1. */
  wobble: () => number;
  pick: <T>(from: readonly T[]) => T;
};

export function chanceOf(...name: (string | number)[]): Chance {
  let state = digest(name.join("/")).readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    wobble: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    pick: (from) => {
      const one = from[between(0, from.length - 1)];
      if (one === undefined) throw new RangeError("There is nothing to pick from.");
      return one;
    },
  };
}
