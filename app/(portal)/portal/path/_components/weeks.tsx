import { phaseTint } from "@/components/charts/phase-tint";
import type { FormedAttempt } from "@/lib/exercises/attempt";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { formatDay } from "@/lib/format";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import { exerciseIn } from "@/lib/protocol/own-steps";
import type { PathWeek, ProtocolPath } from "@/lib/protocol/path";
import { weekStory } from "@/lib/protocol/week-story";

type Props = { path: ProtocolPath; version: ProtocolVersion; attempts: readonly FormedAttempt[]; today: string };

/** The weeks in order. What was done stands there, and what was not leaves no trace. */
export function Weeks({ path, version, attempts, today }: Props) {
  return (
    <section className="task">
      <h2>Week by week</h2>
      <ol className="weeks">
        {path.weeks.map((week) => (
          <Week key={week.index} week={week} version={version} attempts={attempts} today={today} />
        ))}
        {path.waiting.map(({ number, phase }) => (
          <li key={`waiting-${number}`} className={`${phaseTint(phase.number)} coming`}>
            <h3>Week {number}</h3>
            <p className="sec">{phase.title}</p>
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
      className={`${phaseTint(week.phase.number)}${week.state === "coming" ? " coming" : ""}`}
      aria-current={week.state === "current" ? "step" : undefined}
    >
      <h3>
        Week {week.number}
        {week.state === "current" ? <span className="now">this week</span> : null}
      </h3>
      <p className="sec">
        {week.phase.title}, from {formatDay(week.startsOn, today)}
      </p>
      {deeds.length > 0 ? (
        <ul className="deeds">
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
