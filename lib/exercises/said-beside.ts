import type { Instrument } from "@/lib/assessments/instrument";
import { NOT_A_DISTANCE_MOVE } from "@/lib/exercises/distance-moves";

/** The stems as they are shown: nobody answers about distance moves without the sentence about somebody who frightens. */
export function stemsShown({ key, stems }: Pick<Instrument, "key" | "stems">): Instrument["stems"] {
  return key === "distance-moves"
    ? { ...stems, now: [stems.now, NOT_A_DISTANCE_MOVE].filter(Boolean).join(" ") }
    : stems;
}
