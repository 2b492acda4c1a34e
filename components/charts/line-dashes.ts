/** How each line across a chart is dashed: the limits of a baseline, its median, and a goal that was agreed on. */
export const lineDashes = { limit: "5 4", median: undefined, goal: "10 3 2 3" } as const;
