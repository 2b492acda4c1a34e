import { Refused } from "@/lib/errors";

/** A message under an id that has arrived. Other words are never called sent: they stay in their box, for a second message. */
export function requireSameWords(arrived: string, body: string): void {
  if (arrived === body) return;
  throw new Refused(
    "Your message had arrived already, with other words. To send these too, as a second message, send once more.",
    { again: "yes" },
  );
}
