/**
 * One thing that somebody reads: where it stands, and what it says. `id` is the same in every version. `same` is what two
 * versions are compared by where the words name something else that may be called anew.
 */
export type Line = { id: string; place: string; words: string; same?: string };
