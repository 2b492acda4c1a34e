import { scaleOutlooks } from "@/lib/assessments/build/comparable";
import type { Instrument } from "@/lib/assessments/instrument";

/** What a reader of a line is told when answers to several versions stand behind it; null where nothing differs. */
export function lineNote(versions: readonly Instrument[], scale: string): string | null {
  const newest = versions.at(-1);
  const title = newest?.scales.find(({ key }) => key === scale)?.title;
  if (!newest || title === undefined) return null;
  const outlooks = versions
    .filter(({ version }) => version !== newest.version)
    .flatMap((earlier) => scaleOutlooks(earlier, newest).filter((one) => one.title === title));
  if (outlooks.some(({ kind }) => kind === "breaks" || kind === "new"))
    return "An earlier version was counted in another way: its scores are not on this line.";
  if (outlooks.some(({ kind }) => kind === "reworded"))
    return "Some of it was asked in other words before: compare with care.";
  return null;
}
