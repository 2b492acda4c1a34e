/** Where words wait on a device. Signing out, leaving and another person's sign-in empty it. */
export const wordsDatabase = "nearer-words";
