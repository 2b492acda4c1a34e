"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { FiveKey } from "@/components/charts/dimension-mark";
import { FiveGaps, FiveOnFloor } from "@/components/charts/five-gaps";
import { PhaseBar } from "@/components/charts/phase-bar";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { type Column, Table } from "@/components/ui/table";
import { theirWords } from "@/components/ui/their-words";
import { dimensions } from "@/lib/assessments/dimension";
import { initialsOf } from "@/lib/format";
import { paths, within } from "@/lib/paths";
import type { LineView } from "./line-view";

/** The columns of the caseload, in the order in which they are read. */
const columns: readonly Column<LineView>[] = [
  { key: "name", header: "Client", width: "14%", at: "first", cell: (line) => <NameCell line={line} /> },
  {
    key: "reason",
    header: "Why now",
    width: "21.5%",
    at: "beside",
    unprinted: true,
    cell: (line) => <ReasonCell line={line} />,
  },
  {
    key: "week",
    header: "Week",
    width: "13.5%",
    cell: ({ week }) => (week ? <WeekCell week={week} /> : <Nothing>Not enrolled</Nothing>),
  },
  {
    key: "score",
    header: "Connection, last 10 checks",
    width: "10.5%",
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
    width: "11%",
    at: "spare",
    cell: ({ gaps }) => (gaps ? <FiveGaps scores={scoresOf(gaps)} /> : <Nothing>No assessment yet</Nothing>),
  },
  {
    key: "practice",
    header: "Practice, 7 days",
    width: "10%",
    at: "wide",
    cell: ({ days }) => <PracticeCell days={days} />,
  },
  {
    key: "activity",
    header: "Last activity",
    width: "9.25%",
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
    width: "10.25%",
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
];

/** The caseload, drawn here from a few numbers a line, so that no line goes over the wire twice. */
export function CaseloadLines({ lines }: { lines: readonly LineView[] }) {
  return (
    <>
      <FiveOnFloor />
      <Table
        caption="Caseload"
        columns={columns}
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

function NameCell({ line }: { line: LineView }) {
  return (
    <>
      <Link data-covers href={paths.client(line.id).overview} prefetch={false}>
        <span className="hidden print:inline">{`${initialsOf(line.name)}, record ${line.record}`}</span>
        <bdi className="print:hidden" {...theirWords}>
          {line.name}
        </bdi>
      </Link>
      <small>
        <WithWhom line={line} />
      </small>
    </>
  );
}

/** The reason leads to the thing itself; what else there is opens in its place. */
function ReasonCell({ line: { id, name, tone, reason, detail, href, others, isAnswered } }: { line: LineView }) {
  return (
    <>
      <Said tone={tone} reason={reason} detail={detail} href={href}>
        {isAnswered ? (
          <Link
            className="ml-3 text-small"
            href={within("/inbox", `#from-${id}`)}
            prefetch={false}
            aria-label={`Read and answer ${name}`}
          >
            Answer
          </Link>
        ) : null}
      </Said>
      {others ? (
        <details className="relative z-1 text-small print:hidden">
          <summary
            className="w-max cursor-pointer py-0.75 text-ink-2"
            aria-label={`${others.length} more about ${name}`}
          >
            +{others.length}
          </summary>
          {others.map((one) => (
            <div key={one.reason} className="mt-1.5">
              <Said {...one} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

type SaidProps = {
  tone: FlagTone;
  reason: string;
  detail?: string | undefined;
  href?: Route | undefined;
  children?: ReactNode;
};

function Said({ tone, reason, detail, href, children }: SaidProps) {
  return (
    <>
      <Flag tone={tone}>
        {href ? (
          <Link href={href} prefetch={false}>
            {reason}
          </Link>
        ) : (
          reason
        )}
      </Flag>
      {children}
      {detail ? <small className={tone === "on-track" ? undefined : "pl-5.75"}>{detail}</small> : null}
    </>
  );
}

function WithWhom({ line: { beside, partner } }: { line: LineView }) {
  if (!partner) return beside;
  return (
    <>
      {beside}
      {partner.coupleId ? (
        <Link href={paths.couple(partner.coupleId)} prefetch={false}>
          <bdi {...theirWords}>{partner.name}</bdi>
        </Link>
      ) : (
        <bdi {...theirWords}>{partner.name}</bdi>
      )}
    </>
  );
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
