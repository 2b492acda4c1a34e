import Link from "next/link";
import { FiveKey } from "@/components/charts/dimension-mark";
import { FiveGaps } from "@/components/charts/five-gaps";
import { PhaseBar } from "@/components/charts/phase-bar";
import type { PracticeState } from "@/components/charts/practice-geometry";
import { PracticeMarks } from "@/components/charts/practice-marks";
import { Sparkline } from "@/components/charts/sparkline";
import { Flag, type FlagTone } from "@/components/ui/flag";
import type { Column } from "@/components/ui/table";
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

/** Who looks, and when: what the cells of a row are read by. */
type Reader = { now: Date; ownId: string };

/** The columns of the caseload, in the order in which they are read. */
export const caseloadColumns = ({ now, ownId }: Reader): readonly Column<CaseloadRow>[] => [
  { key: "name", header: "Client", width: "14%", narrow: "first", cell: (row) => <NameCell row={row} ownId={ownId} /> },
  {
    key: "reason",
    header: "Why now",
    width: "21.5%",
    narrow: "beside",
    unprinted: true,
    cell: ({ reason }) => (
      <>
        <Flag tone={tones[reason.level]}>{reason.sentence}</Flag>
        {reason.detail ? (
          <span className={reason.level === "calm" ? aside : `${aside} pl-5.75`} data-aside>
            {reason.detail}
          </span>
        ) : null}
      </>
    ),
  },
  {
    key: "week",
    header: "Week",
    width: "13.5%",
    cell: ({ standing }) =>
      standing ? (
        <WeekCell standing={standing} />
      ) : (
        <span className="text-ink-3" data-aside>
          Not enrolled
        </span>
      ),
  },
  {
    key: "score",
    header: "Connection, last 10 checks",
    width: "10.5%",
    cell: ({ detail }) => <ConnectionCell detail={detail} />,
  },
  {
    key: "gaps",
    header: <FiveKey order={dimensions} />,
    width: "11%",
    narrow: "hidden",
    spare: true,
    cell: ({ detail }) => <GapsCell detail={detail} />,
  },
  {
    key: "practice",
    header: "Practice, 7 days",
    width: "10%",
    narrow: "hidden",
    cell: ({ detail, today, standing }) => (
      <PracticeCell detail={detail} today={today} isStarted={standing !== null && standing.status !== "starting"} />
    ),
  },
  {
    key: "activity",
    header: "Last activity",
    width: "9.25%",
    narrow: "hidden",
    spare: true,
    cell: ({ fact, detail }) => (
      <>
        {fact.lastActivityAt ? (
          formatMoment(fact.lastActivityAt, now, fact.zone)
        ) : (
          <span className="text-ink-3" data-aside>
            None yet
          </span>
        )}
        <span className={`${aside} print:hidden`} data-aside>
          {detail.lastActivity ? activityWords[detail.lastActivity] : null}
        </span>
      </>
    ),
  },
  {
    key: "due",
    header: "Next due",
    width: "10.25%",
    cell: ({ fact, detail, today }) =>
      fact.nextDueOn ? (
        <>
          <span className={fact.nextDueOn < today ? "font-semibold text-amber" : undefined}>
            {formatNearDay(fact.nextDueOn, today)}
          </span>
          <span className={`${aside} print:hidden`} data-aside>
            {detail.nextDueTitle}
          </span>
        </>
      ) : (
        <span className="text-ink-3" data-aside>
          Nothing due
        </span>
      ),
  },
];

/** What stands below the first words of a cell; a row under the pointer, or at risk, darkens it. */
const aside = "block text-small font-normal text-ink-3";

function NameCell({ row: { fact, detail }, ownId }: { row: CaseloadRow; ownId: string }) {
  return (
    <>
      <Link
        className="py-0.75 font-strong text-ink no-underline hover:underline"
        data-covers
        href={paths.client(fact.clientId).overview}
        prefetch={false}
      >
        <span className="hidden print:inline">
          {initialsOf(fact.name)}, record {fact.recordNumber}
        </span>
        <span className="print:hidden">{fact.name}</span>
      </Link>
      <span className={`${aside} print:hidden`} data-aside>
        {fact.therapistId === ownId ? <WithWhom detail={detail} /> : `${detail.therapistName}'s client`}
      </span>
    </>
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
    <span className="flex flex-nowrap items-center gap-2">
      <span className="min-w-9.5 flex-none">
        {number === null ? null : (
          <>
            <b>{number}</b>
            <span className="text-ink-2">/{path.totalWeeks}</span>
          </>
        )}
      </span>
      <span className="on-screen:max-desk:[&>svg]:hidden">
        <PhaseBar progress={progress} />
        {words ? (
          <span className={aside} data-aside>
            {words}
          </span>
        ) : null}
      </span>
    </span>
  );
}

function ConnectionCell({ detail }: { detail: CaseloadDetail }) {
  const scores = detail.checks.map(({ score }) => score);
  const last = scores.at(-1);
  return (
    <span className="flex flex-wrap items-center gap-2.5 on-screen:max-desk:[&>svg]:hidden">
      <Sparkline scores={scores} usual={detail.usual} />
      {last === undefined ? null : <span className="min-w-3 text-lead font-strong">{last}</span>}
    </span>
  );
}

function GapsCell({ detail }: { detail: CaseloadDetail }) {
  const scores = dimensions.flatMap((dimension) => {
    const points = pointsOf(sidesIn(detail.dimensions, dimension));
    return isFull(points) ? [{ dimension, ...points }] : [];
  });
  return scores.length === 0 ? (
    <span className="text-small text-ink-3" data-aside>
      No assessment yet
    </span>
  ) : (
    <FiveGaps scores={scores} />
  );
}

function PracticeCell({ detail, today, isStarted }: { detail: CaseloadDetail; today: string; isStarted: boolean }) {
  if (!isStarted)
    return (
      <span className="text-small text-ink-3" data-aside>
        Not started
      </span>
    );
  const practised = new Set(detail.practice.filter(({ outcome }) => outcome !== "skipped").map(({ date }) => date));
  const states = [6, 5, 4, 3, 2, 1, 0].map(
    (ago): PracticeState => (practised.has(addDays(today, -ago)) ? "done" : "unlogged"),
  );
  return (
    <span className="flex flex-nowrap items-center gap-2">
      <span>
        <b>{practised.size}</b>
        <span className="text-ink-2">/7</span>
      </span>
      <PracticeMarks states={states} label={null} size={9} pitch={12} />
    </span>
  );
}
