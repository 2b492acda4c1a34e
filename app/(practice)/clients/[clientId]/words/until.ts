import { z } from "zod";

const shape = z.iso.datetime({ precision: 3 });

/** The instant in an address, from which a page of words goes back; null for the newest and for anything else. */
export const untilOf = (given: unknown): Date | null => {
  const read = shape.safeParse(given);
  return read.success ? new Date(read.data) : null;
};
