/** How many strangers at the doors are a crowd, and how late the process answers before it sends them on (ours). */
const crowdOf = 40;
const withinMs = 5_000;
const lateMs = 50;
/** After this long a stranger who was sent on may try again, in seconds. */
export const crowdSeconds = 4;

/** Said instead of a page. It is an answer to anybody, so it knows nothing of anybody. */
export const crowdWords = "Nearer has a great deal to do at this moment. Wait a few seconds, then try again.";

/**
 * Sends strangers on while they come in a crowd and the process is behind with its work: turning away costs it a
 * fraction of a page, so whoever signed in here before does not wait for them. `late`: by how many milliseconds.
 */
export function doorman(): (at: number, late: number) => boolean {
  const came: number[] = [];
  return (at, late) => {
    came.push(at);
    while (came.length > crowdOf || (came[0] ?? at) < at - withinMs) came.shift();
    return came.length === crowdOf && late > lateMs;
  };
}
