import { z } from "zod";
import { undoLeft } from "@/lib/messages/hold";

const shape = z.iso.datetime({ precision: 3 });

/** The moment in an address at which all was marked as read, and for how long that can be undone; null where it cannot. */
export function markedAt(given: unknown, now: Date): { at: string; left: number } | null {
  const read = shape.safeParse(given);
  if (!read.success) return null;
  const at = new Date(read.data);
  const left = at > now ? 0 : undoLeft(at, now);
  return left > 0 ? { at: read.data, left } : null;
}
