import Link from "next/link";
import type { ReactNode } from "react";
import { phaseTint } from "@/components/charts/phase-tint";
import { LinkButton } from "@/components/ui/link-button";
import { formatFullDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { clientWords } from "@/lib/protocol/client-words";
import type { OfferedExercise, TodayExercises } from "@/lib/protocol/today";
import { aboutMinutes } from "@/lib/time/minutes";

type Props = {
  offer: TodayExercises;
  phase: number | null;
  partnerName: string | null;
  startsOn: string | null;
  /** Takes the exercises out again, where the client put them away. */
  takeOut: ReactNode;
};

const page = (key: string) => paths.portal.exercise(key);

/** The one tinted block of the portal: what there is to do today, or one calm sentence. */
export function TodaysExercise({ offer, phase, partnerName, startsOn, takeOut }: Props) {
  const { state, main, others } = offer;
  if (state === "after") return null;
  const tint = phase === null ? "p2" : phaseTint(phase);
  return (
    <section className={`exercise-today ${tint}`}>
      {main ? (
        <>
          <p className="eyebrow">Today’s exercise</p>
          <h2>{main.exercise.title}</h2>
          <p className="read">{clientWords(main.exercise.instructions, partnerName)}</p>
          <div className="row">
            <LinkButton href={page(main.exercise.key)} look="filled" label={`Start: ${main.exercise.title}`}>
              Start
            </LinkButton>
            <span className="sec">{aboutMinutes(main.exercise.minutes, true)}</span>
          </div>
        </>
      ) : (
        <>
          <h2>{titles[state]}</h2>
          <p className="read">{sentenceFor(state, startsOn)}</p>
          {state === "away" ? takeOut : null}
        </>
      )}
      <Others others={others} />
    </section>
  );
}

const titles: Record<TodayExercises["state"], string> = {
  offered: "Today’s exercise",
  done: "Done for today",
  free: "Nothing is planned today",
  paused: "Exercises are paused for now",
  away: "Put away for now",
  before: "Your first exercise is on its way",
  after: "",
};

function sentenceFor(state: TodayExercises["state"], startsOn: string | null): string {
  if (state === "done") return "The rest of the day is yours.";
  if (state === "free") return "A day without an exercise is part of the plan.";
  if (state === "away") return "You chose to have no exercises here. They come back when you want them.";
  if (state === "before") return startsOn ? `Your weeks start on ${formatFullDay(startsOn)}.` : "";
  return "Nothing is expected of you, and your place is kept.";
}

function Others({ others }: { others: readonly OfferedExercise[] }) {
  if (others.length === 0) return null;
  return (
    <ul className="also" aria-label="Also this week">
      {others.map(({ exercise, planned }) => (
        <li key={exercise.key}>
          <Link href={page(exercise.key)} prefetch={false}>
            {exercise.title}
          </Link>
          <span className="sec">{planned ? "also today" : "also this week"}</span>
        </li>
      ))}
    </ul>
  );
}
