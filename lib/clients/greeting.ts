import { firstNameOf } from "@/lib/first-name";

/** The time of day in words, for a greeting. `hour` is 0 to 23 on the person's own clock. */
export function greeting(hour: number, name: string): string {
  const first = firstNameOf(name);
  if (hour >= 5 && hour < 12) return `Good morning, ${first}`;
  if (hour >= 12 && hour < 18) return `Good afternoon, ${first}`;
  if (hour >= 18 && hour < 23) return `Good evening, ${first}`;
  return `Hello, ${first}`;
}
