import type { Say } from "@/lib/protocol/changes/change-rules";
import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import { addDays } from "@/lib/time/local-date";

/** The calendar week after the current one; undefined where it has no date, or where there is none. */
export const weekAfter = ({ weeks, current }: ProtocolPath): PathWeek | undefined =>
  current ? weeks.find(({ index }) => index === current.index + 1) : undefined;

/** What comes when the current week is over, as a therapist reads it; null where that is open or nothing is current. */
export function nextWeekSentence(path: ProtocolPath, say: Say): string | null {
  const { current, endsOn } = path;
  if (!current) return null;
  const next = weekAfter(path);
  if (!next)
    return endsOn === current.endsOn ? `Week ${current.number} is the last, and ends on ${say(endsOn)}.` : null;
  const day = say(next.startsOn);
  if (next.number > current.number)
    return `Week ${current.number} ends on ${say(addDays(next.startsOn, -1))}; week ${next.number} follows.`;
  if (next.kind === "repeat")
    return `Week ${next.number} is lived once more from ${day}, as you decided before. To move on sooner, undo the repeat below.`;
  const last = say(addDays(next.startsOn, -1));
  // A week that is paused as a whole stays for the same reasons as any other.
  if (next.kind === "held" || (next.kind === "paused" && path.held))
    return `Week ${next.number} goes on after ${last}, until you release it.`;
  return `Week ${next.number} goes on after ${last}, because a pause cut it short.`;
}
