import type { FormState } from "@/lib/form-state";

const event = "nearer-session";

/** An answer said that the sign-in is over, or another person's: the page looks at once and covers itself. */
export function lookAgain({ session }: FormState): void {
  if (session) dispatchEvent(new Event(event));
}

export function whenToldToLook(look: () => void): () => void {
  addEventListener(event, look);
  return () => removeEventListener(event, look);
}
