import { type Dose, doseWords, sameDose } from "@/lib/protocol/dose";
import { type ProtocolPath, weeksAhead } from "@/lib/protocol/path";

type Title = (exercise: string) => string;
type Asked = { exercise: string; dose: Dose };

/** What the weeks from today on ask for differently on the second path, a sentence for weeks that differ alike. */
export function weekDifferences(before: ProtocolPath, after: ProtocolPath, title: Title): string[] {
  const [old, now] = [askedByWeek(before), askedByWeek(after)];
  const groups: { first: number; last: number; words: string }[] = [];
  for (const [number, asked] of now) {
    const words = old.has(number) ? differenceWords(old.get(number) ?? [], asked, title) : "";
    const last = groups.at(-1);
    if (!words) continue;
    if (last?.last === number - 1 && last.words === words) last.last = number;
    else groups.push({ first: number, last: number, words });
  }
  return groups.map(({ first, last, words }) =>
    first === last ? `Week ${first}: ${words}.` : `Weeks ${first} to ${last}: ${words}.`,
  );
}

/** What each protocol week from today on asks for, at the first time that it comes. */
function askedByWeek(path: ProtocolPath): Map<number, Asked[]> {
  const weeks = new Map<number, Asked[]>();
  for (const week of weeksAhead(path)) {
    if (weeks.has(week.number)) continue;
    const isHere = (row: Asked & { until?: string }) =>
      week !== path.current || row.until === undefined || row.until >= path.today;
    weeks.set(week.number, week.exercises.filter(isHere));
  }
  return weeks;
}

function differenceWords(before: readonly Asked[], after: readonly Asked[], title: Title): string {
  const find = (list: readonly Asked[], key: string) => list.find(({ exercise }) => exercise === key);
  const changed = after.flatMap(({ exercise, dose }) => {
    const old = find(before, exercise);
    if (!old) return [`${title(exercise)} ${doseWords(dose)}, which was not there`];
    return sameDose(old.dose, dose) ? [] : [`${title(exercise)} ${doseWords(dose)} instead of ${doseWords(old.dose)}`];
  });
  const gone = before.filter(({ exercise }) => !find(after, exercise));
  return [...changed, ...gone.map(({ exercise }) => `no ${title(exercise)}`)].join("; ");
}
