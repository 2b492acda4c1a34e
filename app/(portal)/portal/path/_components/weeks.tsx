import { cva } from "class-variance-authority";
import { phaseTint } from "@/components/charts/phase-tint";
import { task } from "@/components/shell/task";
import type { FormedAttempt } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { formatDay } from "@/lib/format";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import { weekDaysWords } from "@/lib/protocol/week-days";
import { weekStory } from "@/lib/protocol/week-story";

const weekLook = cva("grid gap-0.5 border-l-4 py-3.5 pl-4.5 not-first:mt-1", {
  variants: {
    tint: { p1: "border-p1-ink", p2: "border-p2-ink", p3: "border-p3-ink" },
    coming: { true: "border-dotted", false: "" },
  },
});

type Props = { path: ProtocolPath; version: ProtocolVersion; attempts: readonly FormedAttempt[]; today: string };

/** The weeks in order. What was done stands there, and what was not leaves no trace. */
export function Weeks({ path, version, attempts, today }: Props) {
  return (
    <section className={task}>
      <h2>Week by week</h2>
      <ol className="grid mt-4">
        {path.weeks.map((week) => (
          <Week key={week.index} week={week} version={version} attempts={attempts} today={today} />
        ))}
        {path.waiting.map(({ number, phase }) => (
          <li key={`waiting-${number}`} className={weekLook({ tint: phaseTint(phase.number), coming: true })}>
            <h3 className="flex gap-x-2.5 flex-wrap items-baseline font-semibold text-section leading-snug font-serif">
              Week {number}
            </h3>
            <p className="text-ink-2">{phase.title}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Week({ week, version, attempts, today }: Omit<Props, "path"> & { week: PathWeek }) {
  const deeds = weekStory(week, attempts);
  return (
    <li
      className={weekLook({ tint: phaseTint(week.phase.number), coming: week.state === "coming" })}
      aria-current={week.state === "current" ? "step" : undefined}
    >
      <h3 className="flex gap-x-2.5 flex-wrap items-baseline font-semibold text-section leading-snug font-serif">
        Week {week.number}
        {week.state === "current" ? (
          <span className="text-primary font-semibold text-body leading-none font-sans">this week</span>
        ) : null}
      </h3>
      <p className="text-ink-2">
        {week.phase.title}, {weekDaysWords(week, (date) => formatDay(date, today))}
      </p>
      {deeds.length > 0 ? (
        <ul className="grid gap-1 mt-1.5">
          {deeds.map(({ exercise, form, words }) => (
            <li key={`${exercise} ${form}`}>
              <b>{titleIn(version, exercise, form)}</b>, {words}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function titleIn(version: ProtocolVersion, key: string, form: ExerciseForm): string {
  const exercise = exerciseOf(version, key);
  return exercise ? exerciseIn(exercise, form).title : "An exercise";
}
