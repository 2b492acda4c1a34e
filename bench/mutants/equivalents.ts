/** A mutant that no test can tell from the code, and why. `was` and `becomes` as the proof prints them. */
export type Equivalent = { file: string; was: string; becomes: string; why: string };

/** Declared by hand. The proof fails on one that is not needed any more. */
export const equivalents: readonly Equivalent[] = [];

/** The same of the commands. */
export const commandEquivalents: readonly Equivalent[] = [];
