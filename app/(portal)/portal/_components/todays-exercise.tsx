import { cva } from "class-variance-authority";
import Link from "next/link";
import type { ReactNode } from "react";
import { phaseTint } from "@/components/charts/phase-tint";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { clientWords } from "@/lib/protocol/client-words";
import { startWords } from "@/lib/protocol/start-words";
import { type BegunExercise, begunAt, type OfferedExercise, type TodayExercises } from "@/lib/protocol/today";
import { aboutMinutes } from "@/lib/time/minutes";

type Props = {
  offer: TodayExercises;
  phase: number | null;
  partnerName: string | null;
  /** The first day of week 1; null where it waits. */
  startsOn: string | null;
  therapistName: string;
  /** Guided pages that were left in the middle, and the moment in words. */
  begun: readonly BegunExercise[];
  moment: (at: Date) => string;
  /** Takes the exercises out again, where the client put them away. */
  takeOut: ReactNode;
};

const block = cva(
  [
    "rounded-block px-5 pt-5.5 pb-5 desk:px-10 desk:py-9 [&>h2]:mb-2.5 [&>h2]:text-[1.75rem] [&>h2]:leading-title desk:[&>h2]:text-[2.125rem]",
    "print:border print:border-[#999] print:bg-transparent forced-colors:border forced-colors:border-[CanvasText]",
  ],
  {
    variants: {
      tint: {
        p1: "bg-p1 [--ground:var(--color-p1)]",
        p2: "bg-p2 [--ground:var(--color-p2)]",
        p3: "bg-p3 [--ground:var(--color-p3)]",
      },
    },
  },
);

const page = (key: string) => paths.portal.exercise(key);

/** The one tinted block of the portal: what there is to do today, or one calm sentence. */
export function TodaysExercise({ offer, phase, partnerName, startsOn, therapistName, begun, moment, takeOut }: Props) {
  const { state, main, others } = offer;
  if (state === "after") return null;
  const tint = phase === null ? "p2" : phaseTint(phase);
  const left = main && begunAt(main, begun);
  const verb = left ? "Go on" : "Start";
  return (
    <section className={block({ tint })}>
      {main ? (
        <>
          <p className="mb-1.5 text-ink-2 text-body font-semibold">Today’s exercise</p>
          <h2 className="mb-2.5 text-[1.75rem] leading-title desk:text-[2.125rem]">{main.exercise.title}</h2>
          <p className="reading">{clientWords(main.exercise.instructions, partnerName)}</p>
          <div className="flex gap-y-3 gap-x-4 mt-4.5 flex-wrap items-center">
            <LinkButton href={page(main.exercise.key)} look="filled" label={`${verb}: ${main.exercise.title}`}>
              {verb}
            </LinkButton>
            <span className="text-ink-2">
              {left ? `You began it ${moment(left)}` : aboutMinutes(main.exercise.minutes, true)}
            </span>
          </div>
        </>
      ) : (
        <>
          <h2 className="mb-2.5 text-[1.75rem] leading-title desk:text-[2.125rem]">{titles[state]}</h2>
          <p className="reading">{state === "before" ? startWords(startsOn, therapistName) : sentenceFor(state)}</p>
          {state === "away" ? takeOut : null}
        </>
      )}
      <Others others={others} isBefore={state === "before"} begun={begun} moment={moment} />
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

function sentenceFor(state: TodayExercises["state"]): string {
  if (state === "done") return "The rest of the day is yours.";
  if (state === "free") return "A day without an exercise is part of the plan.";
  if (state === "away") return "You chose to have no exercises here. They come back when you want them.";
  return "Nothing is expected of you, and your place is kept.";
}

type OthersProps = Pick<Props, "begun" | "moment"> & { others: readonly OfferedExercise[]; isBefore: boolean };

function Others({ others, isBefore, begun, moment }: OthersProps) {
  if (others.length === 0) return null;
  return (
    <>
      {isBefore ? <p className="mt-3">If you would like to begin before that, this is open from today:</p> : null}
      <ul className="grid mt-4.5" aria-label={isBefore ? "Open from today" : "Also this week"}>
        {others.map((offer) => {
          const { exercise, planned, doneToday } = offer;
          const left = begunAt(offer, begun);
          const day = planned ? "also today" : "also this week";
          const before = doneToday ? "done today" : aboutMinutes(exercise.minutes);
          return (
            <li className="flex gap-x-2.5 flex-wrap items-center" key={exercise.key}>
              <Link className="inline-flex items-center min-h-11" href={page(exercise.key)} prefetch={false}>
                {left ? `Go on: ${exercise.title}` : exercise.title}
              </Link>
              <span className="text-ink-2">{left ? `begun ${moment(left)}` : isBefore ? before : day}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
