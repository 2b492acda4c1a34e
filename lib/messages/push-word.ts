/** All that a note on a device says, whatever waits. */
export const pushWord = "Nearer";
