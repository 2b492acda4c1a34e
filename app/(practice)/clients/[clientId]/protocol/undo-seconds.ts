/** How long a decision can be taken back at once: the page offers it for this long, and the toast stands as long. */
export const undoSeconds = 30;
