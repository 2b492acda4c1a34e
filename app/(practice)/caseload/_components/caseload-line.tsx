"use client";

import type { ReactNode } from "react";
import { FiveKey } from "@/components/charts/dimension-mark";
import { FiveGaps, FiveOnFloor } from "@/components/charts/five-gaps";
import { PhaseBar } from "@/components/charts/phase-bar";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { type Column, Table } from "@/components/ui/table";
import { dimensions } from "@/lib/assessments/dimension";
import type { CaseloadColumn } from "@/lib/caseload/columns";
import type { LineView } from "./line-view";
import { NameCell } from "./name-cell";
import { ReasonCell } from "./reason-cell";

/** The columns of the caseload, in the order in which they are read. What is left out leaves its width to the reason. */
const columns: readonly (Column<LineView> & { key: CaseloadColumn | "name" | "reason" })[] = [
  { key: "name", header: "Client", width: "14.5%", at: "first", cell: (line) => <NameCell line={line} /> },
  {
    key: "reason",
    header: "Why now",
    at: "beside",
    unprinted: true,
    cell: (line) => <ReasonCell line={line} />,
  },
  {
    key: "week",
    header: "Week",
    width: "12.5%",
    cell: ({ week }) => (week ? <WeekCell week={week} /> : <Nothing>Not enrolled</Nothing>),
  },
  {
    key: "score",
    header: "Connection, last 10 checks",
    width: "9.5%",
    cell: ({ checks, usual }) => (
      <span data-beside="">
        <Sparkline scores={checks} usual={usual} />
        {checks.length === 0 ? null : <b data-head="Connection">{checks.at(-1)}</b>}
      </span>
    ),
  },
  {
    key: "gaps",
    header: <FiveKey order={dimensions} />,
    width: "9.5%",
    at: "spare",
    cell: ({ gaps }) => (gaps ? <FiveGaps scores={scoresOf(gaps)} /> : <Nothing>No assessment yet</Nothing>),
  },
  {
    key: "practice",
    header: "Practice, 7 days",
    width: "9%",
    at: "wide",
    cell: ({ days }) => <PracticeCell days={days} />,
  },
  {
    key: "activity",
    header: "Last activity",
    width: "8.5%",
    at: "spare",
    cell: ({ activity }) => (
      <>
        {activity ? activity.when : <Nothing>None yet</Nothing>}
        <small>{activity?.what}</small>
      </>
    ),
  },
  {
    key: "due",
    header: "Next due",
    width: "9%",
    cell: ({ due }) =>
      due ? (
        <>
          <span className={due.isOverdue ? "font-semibold text-amber" : undefined}>{due.when}</span>
          <small>{due.what}</small>
        </>
      ) : (
        <Nothing>Nothing due</Nothing>
      ),
  },
  {
    key: "session",
    header: "Next session",
    width: "8%",
    at: "wide",
    cell: ({ session }) =>
      session ? (
        <>
          {session.day}
          <small data-printed>{session.time}</small>
        </>
      ) : (
        <Nothing>None planned</Nothing>
      ),
  },
];

/** The caseload, drawn here from a few numbers a line, so that no line goes over the wire twice. */
export function CaseloadLines({ lines, shown }: { lines: readonly LineView[]; shown: readonly CaseloadColumn[] }) {
  const isShown = ({ key }: { key: string }) => key === "name" || key === "reason" || shown.some((one) => one === key);
  return (
    <>
      <FiveOnFloor />
      <Table
        caption="Caseload"
        columns={columns.filter(isShown)}
        rows={lines}
        keyOf={({ id }) => id}
        isRisk={({ tone }) => tone === "risk"}
        isLast={({ groupEnd }) => groupEnd === true}
      />
    </>
  );
}

const scoresOf = (gaps: NonNullable<LineView["gaps"]>) =>
  dimensions.flatMap((dimension, place) => {
    const [now, wished, gap] = gaps[place] ?? [];
    return now === undefined || wished === undefined || gap === undefined ? [] : [{ dimension, now, wished, gap }];
  });

function Nothing({ children }: { children: ReactNode }) {
  return <i>{children}</i>;
}

function WeekCell({ week: { progress, number, words } }: { week: NonNullable<LineView["week"]> }) {
  return (
    <span data-beside="">
      <span data-head="Week">
        {number === undefined ? null : (
          <>
            <b>{number}</b>
            <span>{`/${progress.phases.length}`}</span>
          </>
        )}
      </span>
      <span className="relative">
        <PhaseBar progress={progress} isSaidBeside={number !== undefined || words !== undefined} />
        {words ? (
          <small className="on-screen:desk:absolute on-screen:desk:top-4" data-printed>
            {words}
          </small>
        ) : null}
      </span>
    </span>
  );
}

function PracticeCell({ days }: { days: string | undefined }) {
  if (days === undefined) return <Nothing>Not started</Nothing>;
  const states = [...days].map((day) => (day === "x" ? "done" : "unlogged"));
  return (
    <span data-beside="">
      <span>
        <b>{states.filter((state) => state === "done").length}</b>
        <span>/7</span>
      </span>
      <PracticeMarks states={states} label={null} size={9} pitch={12} />
    </span>
  );
}
