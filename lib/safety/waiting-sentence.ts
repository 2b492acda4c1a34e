import { firstNameOf } from "@/lib/first-name";

/** The one sentence wherever something waits: the same for every cause and everybody (docs/RULES.md, section 5). */
export function waitingSentence(therapistName: string): string {
  const therapist = firstNameOf(therapistName);
  return `${therapist} looks at the next step with you and opens it here. There is nothing you have to do until then.`;
}
