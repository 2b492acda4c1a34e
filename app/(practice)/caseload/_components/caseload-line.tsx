import Link from "next/link";
import { FiveGaps } from "@/components/charts/five-gaps";
import { PhaseBar } from "@/components/charts/phase-bar";
import type { PracticeState } from "@/components/charts/practice-geometry";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { LedgerCell, LedgerRow } from "@/components/ui/ledger";
import type { CaseloadDetail } from "@/db/queries/caseload/caseload-details";
import { dimensions } from "@/lib/assessments/dimension";
import { isFull, pointsOf, sidesIn } from "@/lib/assessments/score-set";
import { formatMoment, formatNearDay, initialsOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { PathStatus } from "@/lib/protocol/path";
import { addDays } from "@/lib/time/local-date";
import type { CaseloadRow } from "../load-caseload";

const tones = {
  risk: "risk",
  attention: "attention",
  review: "review",
  starting: "starting",
  calm: "on-track",
} satisfies Record<CaseloadRow["reason"]["level"], FlagTone>;

const activityWords: Record<string, string> = {
  connection: "Connection check",
  exercise: "Exercise",
  assessment: "Assessment",
  message: "Message",
  accepted: "Agreed to take part",
  safety: "Safety answer",
};

type Props = { row: CaseloadRow; now: Date; ownId: string; groupEnd: boolean };

export function CaseloadLine({ row, now, ownId, groupEnd }: Props) {
  const { fact, detail, reason, today, standing } = row;
  return (
    <LedgerRow risk={reason.level === "risk"} groupEnd={groupEnd}>
      <LedgerCell place="name">
        <Link className="who covers" href={paths.client(fact.clientId).overview} prefetch={false}>
          <span className="on-paper">
            {initialsOf(fact.name)}, record {fact.recordNumber}
          </span>
          <span className="on-screen">{fact.name}</span>
        </Link>
        <span className="second-line on-screen">
          {fact.therapistId === ownId ? <WithWhom detail={detail} /> : `${detail.therapistName}'s client`}
        </span>
      </LedgerCell>
      <LedgerCell place="reason">
        <Flag tone={tones[reason.level]}>{reason.sentence}</Flag>
        {reason.detail ? (
          <span className={reason.level === "calm" ? "second-line" : "second-line under-flag"}>{reason.detail}</span>
        ) : null}
      </LedgerCell>
      <LedgerCell place="week">
        {standing ? <WeekCell standing={standing} /> : <span className="mut">Not enrolled</span>}
      </LedgerCell>
      <LedgerCell place="score">
        <ConnectionCell detail={detail} />
      </LedgerCell>
      <LedgerCell place="gaps">
        <GapsCell detail={detail} />
      </LedgerCell>
      <LedgerCell place="practice">
        <PracticeCell detail={detail} today={today} isStarted={standing !== null && standing.status !== "starting"} />
      </LedgerCell>
      <LedgerCell place="activity">
        {fact.lastActivityAt ? (
          formatMoment(fact.lastActivityAt, now, fact.zone)
        ) : (
          <span className="mut">None yet</span>
        )}
        <span className="second-line">{detail.lastActivity ? activityWords[detail.lastActivity] : null}</span>
      </LedgerCell>
      <LedgerCell place="due">
        {fact.nextDueOn ? (
          <>
            <span className={fact.nextDueOn < today ? "overdue" : undefined}>
              {formatNearDay(fact.nextDueOn, today)}
            </span>
            <span className="second-line">{detail.nextDueTitle}</span>
          </>
        ) : (
          <span className="mut">Nothing due</span>
        )}
      </LedgerCell>
    </LedgerRow>
  );
}

/** Pronouns and partner; the partner's name leads to the couple for who reaches both. */
function WithWhom({ detail: { pronouns, partnerName, coupleId } }: { detail: CaseloadDetail }) {
  if (!partnerName) return pronouns;
  return (
    <>
      {pronouns ? `${pronouns}, with ` : "with "}
      {coupleId ? (
        <Link href={paths.couple(coupleId)} prefetch={false}>
          {partnerName}
        </Link>
      ) : (
        partnerName
      )}
    </>
  );
}

const statusWords: Record<PathStatus, string | null> = {
  starting: null,
  active: null,
  held: "On hold",
  paused: "Paused",
  finished: "Finished",
  "follow-up": "Follow-up",
  ended: "Ended early",
};

function WeekCell({ standing }: { standing: NonNullable<CaseloadRow["standing"]> }) {
  const { progress, status, path } = standing;
  const words = statusWords[status];
  const number = "week" in progress ? progress.week : status === "starting" ? 0 : null;
  return (
    <span className="row one-line">
      <span className="week-number">
        {number === null ? null : (
          <>
            <b>{number}</b>
            <span className="sec">/{path.totalWeeks}</span>
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

function ConnectionCell({ detail }: { detail: CaseloadDetail }) {
  const scores = detail.checks.map(({ score }) => score);
  const last = scores.at(-1);
  return (
    <span className="row">
      <Sparkline scores={scores} usual={detail.usual} />
      {last === undefined ? null : <span className="score">{last}</span>}
    </span>
  );
}

function GapsCell({ detail }: { detail: CaseloadDetail }) {
  const scores = dimensions.flatMap((dimension) => {
    const points = pointsOf(sidesIn(detail.dimensions, dimension));
    return isFull(points) ? [{ dimension, ...points }] : [];
  });
  return scores.length === 0 ? <span className="mut sm">No assessment yet</span> : <FiveGaps scores={scores} />;
}

function PracticeCell({ detail, today, isStarted }: { detail: CaseloadDetail; today: string; isStarted: boolean }) {
  if (!isStarted) return <span className="mut sm">Not started</span>;
  const practised = new Set(detail.practice.filter(({ outcome }) => outcome !== "skipped").map(({ date }) => date));
  const states = [6, 5, 4, 3, 2, 1, 0].map(
    (ago): PracticeState => (practised.has(addDays(today, -ago)) ? "done" : "unlogged"),
  );
  return (
    <span className="row one-line">
      <span>
        <b>{practised.size}</b>
        <span className="sec">/7</span>
      </span>
      <PracticeMarks states={states} label={null} size={9} pitch={12} />
    </span>
  );
}
