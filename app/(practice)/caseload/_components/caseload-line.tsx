"use client";

import type { ReactNode } from "react";
import { FiveKey } from "@/components/charts/dimension-mark";
import { FiveGaps, FiveOnFloor } from "@/components/charts/five-gaps";
import { DrawnBars, PhaseBar } from "@/components/charts/phase-bar";
import type { PhaseProgress } from "@/components/charts/phase-bar-geometry";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { type Column, Table } from "@/components/ui/table";
import { dimensions } from "@/lib/assessments/dimension";
import type { CaseloadColumn } from "@/lib/caseload/columns";
import type { LineView } from "./line-view";
import { NameCell } from "./name-cell";
import { ReasonCell } from "./reason-cell";

type OfCaseload = Column<LineView> & { key: CaseloadColumn | "name" | "reason" };

/** The columns, in the order in which they are read. What is left out leaves its width to the reason. `phases`: of most paths. */
const columnsOf = (phases: readonly number[]): readonly OfCaseload[] => [
  { key: "name", header: "Client", width: "12.5%", at: "first", cell: (line) => <NameCell line={line} /> },
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
    width: "13.25%",
    cell: ({ week }) => (week ? <WeekCell week={week} usual={phases} /> : <Nothing>Not enrolled</Nothing>),
  },
  {
    key: "score",
    header: "Connection, last 10 checks",
    width: "10.75%",
    cell: ({ checks, usual }) => (
      <span data-beside="">
        <Sparkline scores={checks} usual={usual && { lower: usual[0], upper: usual[1] }} />
        {checks.length === 0 ? null : <b data-head="Connection">{checks.at(-1)}</b>}
      </span>
    ),
  },
  {
    key: "gaps",
    header: <FiveKey order={dimensions} />,
    width: "10.9%",
    at: "spare",
    cell: ({ gaps }) => (gaps ? <FiveGaps scores={scoresOf(gaps)} /> : <Nothing>No assessment yet</Nothing>),
  },
  {
    key: "practice",
    header: "Practice, 7 days",
    width: "10.25%",
    at: "wide",
    cell: ({ days }) => <PracticeCell days={days} />,
  },
  {
    key: "activity",
    header: "Last activity",
    width: "9%",
    at: "spare",
    cell: ({ activity }) => (
      <>
        {activity ? activity[0] : <Nothing>None yet</Nothing>}
        <small>{activity?.[1]}</small>
      </>
    ),
  },
  {
    key: "due",
    header: "Next due",
    width: "8.5%",
    cell: ({ due, isOverdue }) =>
      due ? (
        <>
          {isOverdue ? <span className="font-semibold text-amber">{due[0]}</span> : due[0]}
          <small>{due[1]}</small>
        </>
      ) : (
        <Nothing>Nothing due</Nothing>
      ),
  },
  {
    key: "session",
    header: "Next session",
    width: "6.75%",
    at: "spare",
    cell: ({ session }) =>
      session ? (
        <>
          {session[0]}
          <small>{session[1]}</small>
        </>
      ) : (
        <Nothing>None planned</Nothing>
      ),
  },
];

/** The caseload, drawn here from a few numbers a line, so that no line goes over the wire twice. */
type Props = { lines: readonly LineView[]; phases: readonly number[]; shown: readonly CaseloadColumn[] };

export function CaseloadLines({ lines, phases, shown }: Props) {
  const isShown = ({ key }: { key: string }) => key === "name" || key === "reason" || shown.some((one) => one === key);
  return (
    <>
      <FiveOnFloor />
      <DrawnBars bars={new Map(lines.flatMap(({ week }) => (week ? [barOf(week, phases)] : [])))} />
      <Table
        caption="Caseload"
        columns={columnsOf(phases).filter(isShown)}
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

type Week = NonNullable<LineView["week"]>;

/** Where a path stands, and a name for its bars: those of most lines are the same few. */
function barOf({ state, week, phases }: Week, usual: readonly number[]): [name: string, progress: PhaseProgress] {
  const name = ["bar", state, ...(week === undefined ? [] : [week]), ...(phases ?? [])].join("-");
  return [name, { state, week, phases: phases ?? usual } as PhaseProgress];
}

function WeekCell({ week, usual }: { week: Week; usual: readonly number[] }) {
  const [name, progress] = barOf(week, usual);
  const { words } = week;
  const number = week.state === "not-started" ? 0 : week.week;
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
        <PhaseBar progress={progress} isSaidBeside={number !== undefined || words !== undefined} drawnAs={name} />
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
