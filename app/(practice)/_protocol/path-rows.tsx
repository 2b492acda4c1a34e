"use client";

import type { Route } from "next";
import Link from "next/link";
import { phaseTint } from "@/components/charts/phase-tint";
import { PracticeLegend, PracticeMarks } from "@/components/charts/practice-marks";
import { classNames } from "@/components/ui/class-names";
import { within } from "@/lib/paths";
import { pathTable } from "./path-table-look";
import { type SentPhase, type SentWeek, statesOf } from "./sent-path";

type Props = { base: Route | null; phases: readonly SentPhase[]; days: readonly string[]; shownWeek: number | null };

/** The whole path by phase: a row per week and exercise, its seven days in one drawing. Without a `base` it links nowhere. */
export function PathRows({ base, phases, days, shownWeek }: Props) {
  return (
    <>
      <table data-path className={pathTable}>
        <caption className="sr-only">The path by week, with the days on which each exercise was practised</caption>
        <thead>
          <tr>
            <th scope="col" className="first">
              Week
            </th>
            <th scope="col">Exercise</th>
            <th scope="col">Dose</th>
            <th scope="col" className="days">
              {days.map((day) => (
                <span key={day}>{day}</span>
              ))}
            </th>
            <th scope="col" className="total">
              Logged
            </th>
          </tr>
        </thead>
        {phases.map(({ phase, span, weeks }) => (
          <tbody key={phase.number}>
            <tr>
              <th className="phase" scope="rowgroup" colSpan={5}>
                <h2>
                  {phase.number}&ensp;{phase.title}
                  <span className="text-small">{span}</span>
                </h2>
              </th>
            </tr>
            {weeks.map((week) => (
              <Week
                key={week.key}
                base={base}
                week={week}
                tint={phaseTint(phase.number)}
                isShown={week.index === shownWeek}
              />
            ))}
          </tbody>
        ))}
      </table>
      <PracticeLegend states={["done", "tried", "skipped", "unlogged", "planned", "rest"]} />
    </>
  );
}

function Week({ base, week, tint, isShown }: { base: Route | null; week: SentWeek; tint: string; isShown: boolean }) {
  const { rows, state } = week;
  return rows.map((row, i) => (
    <tr
      key={row.exercise}
      className={classNames(
        tint,
        state === "current" && "current",
        state === "coming" && "future",
        i === rows.length - 1 && "end",
      )}
    >
      {i === 0 ? (
        <th className="week" scope="row" rowSpan={rows.length}>
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
          {week.note ? <span className="note text-small">{week.note}</span> : null}
        </th>
      ) : null}
      <td className="exercise">
        {row.title}
        {row.form ? <span className="form text-ink-2 text-small">{row.form}</span> : null}
      </td>
      <td className="dose">{row.dose}</td>
      <td className="marks">
        <PracticeMarks states={statesOf(row.marks)} label={row.label} today={row.today} />
      </td>
      <td className="total">
        {state === "coming" ? null : <b>{row.total.logged || (row.total.words.startsWith("of") ? 0 : "")}</b>}
        {` ${row.total.words}`}
      </td>
    </tr>
  ));
}
