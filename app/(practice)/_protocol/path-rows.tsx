"use client";

import type { Route } from "next";
import Link from "next/link";
import { phaseTint } from "@/components/charts/phase-tint";
import { PracticeLegend, PracticeMarks } from "@/components/charts/practice-marks";
import { within } from "@/lib/paths";
import { type SentPhase, type SentWeek, statesOf } from "./sent-path";

type Props = { base: Route | null; phases: readonly SentPhase[]; days: readonly string[]; shownWeek: number | null };

/** What the rows of a phase are marked and, in the week that runs, grounded with. */
const tints = {
  p1: "[--tint:var(--color-p1-ink)] [--phase:var(--color-p1)] narrow:block",
  p2: "[--tint:var(--color-p2-ink)] [--phase:var(--color-p2)] narrow:block",
  p3: "[--tint:var(--color-p3-ink)] [--phase:var(--color-p3)] narrow:block",
};

const daysHead = [
  "w-59.5 *:inline-block *:w-8.5 *:text-center *:text-[13px] print:w-45.5 print:*:w-6.5",
  "narrow:ml-3.5 narrow:flex narrow:w-[min(238px,100%-4.5rem)] narrow:pb-0! narrow:*:w-auto narrow:*:flex-[1_0_0] narrow:*:text-[12px]",
].join(" ");

/** The whole path by phase: a row per week and exercise, its seven days in one drawing. Without a `base` it links nowhere. */
export function PathRows({ base, phases, days, shownWeek }: Props) {
  return (
    <>
      <table data-path className="w-full border-collapse narrow:block print:text-[9.5pt]">
        <caption className="sr-only">The path by week, with the days on which each exercise was practised</caption>
        <thead className="text-small text-ink-2 narrow:block [&_th]:pb-2 [&_th]:text-left [&_th]:font-semibold">
          <tr className="narrow:block">
            <th scope="col" className="pl-3.5 narrow:sr-only">
              Week
            </th>
            <th scope="col" className="narrow:sr-only">
              Exercise
            </th>
            <th scope="col" className="narrow:sr-only">
              Dose
            </th>
            <th scope="col" className={daysHead}>
              {days.map((day) => (
                <span key={day}>{day}</span>
              ))}
            </th>
            <th scope="col" className="w-18 text-right! narrow:sr-only">
              Logged
            </th>
          </tr>
        </thead>
        {phases.map(({ phase, span, weeks }) => (
          <tbody key={phase.number} className={tints[phaseTint(phase.number)]}>
            <tr className="narrow:block print:break-inside-avoid print:break-after-avoid">
              <th
                className="border-b-[1.5px] border-ink pt-4 pb-2 text-left narrow:block narrow:pt-5"
                scope="rowgroup"
                colSpan={5}
              >
                <h2 className="flex flex-wrap items-baseline gap-x-3 text-lead leading-[1.2]">
                  {phase.number}&ensp;{phase.title}
                  <span className="font-sans text-small font-normal text-ink-2">{span}</span>
                </h2>
              </th>
            </tr>
            {weeks.map((week) => (
              <Week key={week.key} base={base} week={week} isShown={week.index === shownWeek} />
            ))}
          </tbody>
        ))}
      </table>
      <PracticeLegend states={["done", "tried", "skipped", "unlogged", "planned", "rest"]} />
    </>
  );
}

function Week({ base, week, isShown }: { base: Route | null; week: SentWeek; isShown: boolean }) {
  const { rows, state } = week;
  return rows.map((row, i) => (
    <tr
      key={row.exercise}
      className="look-path-row"
      data-state={state === "past" ? undefined : state}
      data-end={i === rows.length - 1 ? "" : undefined}
    >
      {i === 0 ? (
        <th className="look-path-week" scope="row" rowSpan={rows.length}>
          {week.index === null || base === null ? (
            `Week ${week.number}`
          ) : (
            <Link
              href={within(base, `?week=${week.index}#logged`)}
              prefetch={false}
              aria-current={isShown ? "true" : undefined}
              aria-label={`Week ${week.number}, what was logged`}
            >
              {`Week ${week.number}`}
            </Link>
          )}
          {week.note ? <small>{week.note}</small> : null}
        </th>
      ) : null}
      <td>
        {row.title}
        {row.form ? <span className="block text-ink-2 text-small">{row.form}</span> : null}
      </td>
      <td>{row.dose}</td>
      <td>
        <PracticeMarks states={statesOf(row.marks)} label={row.label} today={row.today} />
      </td>
      <td>
        {state === "coming" ? null : <b>{row.total.logged || (row.total.words.startsWith("of") ? 0 : "")}</b>}
        {` ${row.total.words}`}
      </td>
    </tr>
  ));
}
