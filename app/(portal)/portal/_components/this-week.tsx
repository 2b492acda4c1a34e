import type { PracticeState } from "@/components/charts/practice-geometry";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { task } from "@/components/shell/task";
import type { LoggedAttempt } from "@/lib/exercises/attempt";
import { type DayMark, dayMarks, practiceRows, practisedSentence } from "@/lib/protocol/adherence";
import type { PathWeek } from "@/lib/protocol/path";
import { weekday } from "@/lib/time/local-date";

type Props = { week: PathWeek; attempts: readonly LoggedAttempt[]; today: string };

const letters = ["M", "T", "W", "T", "F", "S", "S"];

/** A day that was planned and not logged looks like any other day here: nothing is held against anybody. */
const looks: Record<DayMark, PracticeState> = {
  done: "done",
  tried: "tried",
  "not-logged": "rest",
  planned: "planned",
  none: "rest",
};

/** This week's practice, one round mark a day, and what was done in one sentence. */
export function ThisWeek({ week, attempts, today }: Props) {
  const days = dayMarks(practiceRows(week, attempts, today), week.startsOn, today);
  return (
    <section className={task}>
      <h2>This week</h2>
      <div className="grid gap-1 mt-3 mb-2.5 [--rest:var(--color-edge)] max-w-82.5">
        <PracticeMarks
          states={days.map(({ mark }) => looks[mark])}
          label={null}
          shape="round"
          size={24}
          pitch={46}
          today={days.findIndex((day) => day.today)}
          letters={days.map(({ date }) => letters[weekday(date) - 1] ?? "")}
        />
      </div>
      <p>{practisedSentence(days)}</p>
    </section>
  );
}
