"use client";

import Link from "next/link";
import { FiveGaps } from "@/components/charts/five-gaps";
import { PhaseBar } from "@/components/charts/phase-bar";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { Flag } from "@/components/ui/flag";
import { LedgerCell, LedgerRow } from "@/components/ui/ledger";
import { dimensions } from "@/lib/assessments/dimension";
import { initialsOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { LineView } from "./line-view";

/** The clients of a page. They are drawn here from a few numbers, so that no line goes over the wire twice. */
export function CaseloadLines({ lines }: { lines: readonly LineView[] }) {
  return lines.map((line) => <CaseloadLine key={line.id} line={line} />);
}

function CaseloadLine({ line }: { line: LineView }) {
  const { tone, activity, due } = line;
  return (
    <LedgerRow risk={tone === "risk"} groupEnd={line.groupEnd === true}>
      <LedgerCell place="name">
        <Link className="who covers" href={paths.client(line.id).overview} prefetch={false}>
          <span className="on-paper">{`${initialsOf(line.name)}, record ${line.record}`}</span>
          <span className="on-screen">{line.name}</span>
        </Link>
        <span className="second-line on-screen">
          <WithWhom line={line} />
        </span>
      </LedgerCell>
      <LedgerCell place="reason">
        <Flag tone={tone}>{line.reason}</Flag>
        {line.detail ? (
          <span className={tone === "on-track" ? "second-line" : "second-line under-flag"}>{line.detail}</span>
        ) : null}
      </LedgerCell>
      <LedgerCell place="week">
        {line.week ? <WeekCell week={line.week} /> : <span className="mut">Not enrolled</span>}
      </LedgerCell>
      <LedgerCell place="score">
        <span className="row">
          <Sparkline scores={line.checks} usual={line.usual} />
          {line.checks.length === 0 ? null : <span className="score">{line.checks.at(-1)}</span>}
        </span>
      </LedgerCell>
      <LedgerCell place="gaps">
        {line.gaps ? <FiveGaps scores={scoresOf(line.gaps)} /> : <span className="mut sm">No assessment yet</span>}
      </LedgerCell>
      <LedgerCell place="practice">
        <PracticeCell days={line.days} />
      </LedgerCell>
      <LedgerCell place="activity">
        {activity ? activity.when : <span className="mut">None yet</span>}
        <span className="second-line">{activity?.what}</span>
      </LedgerCell>
      <LedgerCell place="due">
        {due ? (
          <>
            <span className={due.isOverdue ? "overdue" : undefined}>{due.when}</span>
            <span className="second-line">{due.what}</span>
          </>
        ) : (
          <span className="mut">Nothing due</span>
        )}
      </LedgerCell>
    </LedgerRow>
  );
}

const scoresOf = (gaps: NonNullable<LineView["gaps"]>) =>
  dimensions.flatMap((dimension, place) => {
    const [now, wished, gap] = gaps[place] ?? [];
    return now === undefined || wished === undefined || gap === undefined ? [] : [{ dimension, now, wished, gap }];
  });

function WithWhom({ line: { beside, partner } }: { line: LineView }) {
  if (!partner) return beside;
  return (
    <>
      {beside}
      {partner.coupleId ? (
        <Link href={paths.couple(partner.coupleId)} prefetch={false}>
          {partner.name}
        </Link>
      ) : (
        partner.name
      )}
    </>
  );
}

function WeekCell({ week: { progress, number, words } }: { week: NonNullable<LineView["week"]> }) {
  return (
    <span className="row one-line">
      <span className="week-number">
        {number === undefined ? null : (
          <>
            <b>{number}</b>
            <span className="sec">{`/${progress.phases.length}`}</span>
          </>
        )}
      </span>
      <span>
        <PhaseBar progress={progress} />
        {words ? <span className="second-line">{words}</span> : null}
      </span>
    </span>
  );
}

function PracticeCell({ days }: { days: string | undefined }) {
  if (days === undefined) return <span className="mut sm">Not started</span>;
  const states = [...days].map((day) => (day === "x" ? "done" : "unlogged"));
  return (
    <span className="row one-line">
      <span>
        <b>{states.filter((state) => state === "done").length}</b>
        <span className="sec">/7</span>
      </span>
      <PracticeMarks states={states} label={null} size={9} pitch={12} />
    </span>
  );
}
