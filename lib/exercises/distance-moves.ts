import type { ExercisePage } from "@/lib/exercises/exercise";

/** Stands on every page about moves, touch or favours, in every state and form (docs/RULES.md, section 5). */
export const NOT_A_DISTANCE_MOVE = "Keeping away from somebody who frightens you is not a distance move.";

/** Whether a guided page is about touch or favours. */
export const namesTouchOrFavour = (page: ExercisePage): boolean =>
  page === "ten-minute-cuddle" || page === "ask-for-a-favour";

/** The four deactivating strategies that the product names, logs and charts (docs/RULES.md, section 1). */
export const distanceMoves = ["phantom-ex", "focusing-on-flaws", "lone-wolf", "withholding-affection"] as const;
export type DistanceMove = (typeof distanceMoves)[number];

/** How each is named: for the therapist, for the client, and what it looks like from inside. */
export const distanceMoveWords: Record<DistanceMove, { title: string; clientTitle: string; fromInside: string }> = {
  "phantom-ex": {
    title: "Phantom ex",
    clientTitle: "Comparing with someone from before",
    fromInside: "I thought of an earlier partner, or an imagined one, and nobody here could match them.",
  },
  "focusing-on-flaws": {
    title: "Focusing on flaws",
    clientTitle: "Looking for what is wrong",
    fromInside: "I noticed small faults and kept coming back to them, most of all after something nice.",
  },
  "lone-wolf": {
    title: "Lone wolf",
    clientTitle: "Needing nobody",
    fromInside: "I told myself that I do better alone, and kept a worry or a wish to myself.",
  },
  "withholding-affection": {
    title: "Withholding affection",
    clientTitle: "Keeping touch back",
    fromInside: "I held back a kiss, a hug or sex that part of me wanted, to slow things down or to make a point.",
  },
};
