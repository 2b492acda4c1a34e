/** Up to so many rows a file of one record is made at once; more of them a worker reads (ours: it takes about half a second). */
export const atOnceRows = 5_000;

/** How long a file that a worker read can be taken, in hours: whoever asked need not wait beside it. */
export const longFileHours = 24;

/** Whether a record is too long to be read while somebody waits. `rows`: checks, answers or scores, exercises and moves. */
export const isLongRecord = (rows: number): boolean => rows > atOnceRows;
