import { plural } from "@/lib/plural";

/** How long something takes: "under a minute", "about a minute", "about 10 minutes". `isStart`: it begins a sentence. */
export function aboutMinutes(minutes: number, isStart = false): string {
  const about = isStart ? "About" : "about";
  if (minutes < 1) return isStart ? "Under a minute" : "under a minute";
  return `${about} ${plural(minutes, "a minute", `${minutes} minutes`)}`;
}
