import type { GoalMeasure } from "@/lib/goals/goal";

/** Goals of the sample practice, as clients said them. */
export const sampleGoals: readonly { words: string; measure: GoalMeasure | null; line: number | null }[] = [
  { words: "To say that I miss somebody, while they are there to hear it.", measure: "connection", line: 7 },
  { words: "To be held without counting the seconds.", measure: "emotional", line: 60 },
  { words: "To ask, instead of hoping to be asked.", measure: null, line: null },
];

export const goalReviewNote = "Easier in the mornings. Stays as it is.";

/** What happened beside the path. */
export const chartHappenings = ["Moved flat.", "A week away with a friend.", "New job began.", "A parent was ill."];
