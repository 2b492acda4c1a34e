import type { ClientProtocol } from "@/db/queries/protocol/client-protocol";
import { formatDay, formatMoment } from "@/lib/format";
import { rulesOf, undoneBy } from "@/lib/protocol/decision";
import { decisionSentence } from "@/lib/protocol/decision-sentence";
import { exerciseOf } from "@/lib/protocol/definition";
import { clientPathToday, type PathSource, pathInputOf } from "@/lib/protocol/path-today";
import { changeRefusal } from "@/lib/protocol/refusal";
import { protocolPath } from "@/lib/protocol/schedule";
import { swapsToReadAbout } from "@/lib/protocol/swap-request";
import { standingMove } from "@/lib/protocol/version-move";
import { decisionsToReadAbout, moveToReadAbout } from "@/lib/protocol/words-in-force";
import type { HistoryLine } from "./_components/history";
import { titleOf } from "./protocol-view";

type Timed = Omit<HistoryLine, "at"> & { instant: Date };
type Told = { data: ClientProtocol; enrolment: PathSource; today: string };

/** What only some lines have. */
const plain = { reason: null, words: null, isRead: false, undone: false, undo: null };

/**
 * Every decision, every move to another version and every answer to a proposal or a wish, newest first, by the clock of who
 * reads it. Words stand as what the client reads only while their page shows them.
 */
export function historyLines(told: Told, now: Date, zone: string): HistoryLine[] {
  return [...decidedLines(told), ...answeredLines(told), ...movedLines(told), ...wishLines(told)]
    .sort((a, b) => b.instant.getTime() - a.instant.getTime())
    .map(({ instant, ...line }) => ({ ...line, at: formatMoment(instant, now, zone) }));
}

function decidedLines({ data, enrolment, today }: Told): Timed[] {
  const { decisions, version } = enrolment;
  const changes = new Map(decisions.map(({ id, change }) => [id, change]));
  const undone = undoneBy(decisions);
  const withWords = new Set(data.decisions.flatMap(({ id, words }) => (words === null ? [] : [id])));
  const read = new Set(
    decisionsToReadAbout(decisions, withWords, clientPathToday(enrolment, today).path).map(({ id }) => id),
  );
  const say = (date: string) => formatDay(date, today);
  const input = pathInputOf(enrolment, today);
  const path = protocolPath(input);
  // What an undo would not change any more is offered none.
  const canUndo = (id: string) => changeRefusal(input, path, { kind: "undo", undoes: id }, today, say) === null;
  return data.decisions.flatMap((kept) => {
    const change = changes.get(kept.id);
    if (!change) return [];
    const undid = change.kind === "undo" ? changes.get(change.undoes) : undefined;
    return [
      {
        id: kept.id,
        instant: kept.decidedAt,
        sentence: decisionSentence(version, change, say, undid),
        by: kept.decidedBy,
        reason: kept.reason,
        words: rulesOf(change).isRead ? kept.words : null,
        isRead: read.has(kept.id),
        undone: undone.has(kept.id),
        undo: canUndo(kept.id) ? `?change=undo&undoes=${kept.id}#change` : null,
      },
    ];
  });
}

const answeredLines = ({ data, enrolment }: Told): Timed[] =>
  data.answers.map((given) => ({
    ...plain,
    id: given.id,
    instant: given.answeredAt,
    sentence: `${given.kind === "go-gentler" ? `Go gentler, ${exerciseOf(enrolment.version, given.about)?.title ?? "an exercise"}` : "Ready for the next phase"}: ${given.answer}`,
    by: given.answeredBy,
    reason: `${given.note} (${given.evidence})`,
  }));

function movedLines({ data: { moves }, enrolment, today }: Told): Timed[] {
  const { path } = clientPathToday(enrolment, today);
  const read = moveToReadAbout(moves, path);
  const standing = standingMove(moves);
  const isBackAgain = new Set(moves.map(({ withdraws }) => withdraws));
  return moves.map((move) => ({
    ...plain,
    id: move.id,
    instant: move.movedAt,
    sentence: move.withdraws === null ? `Moved to ${move.to}` : `Undid the move to ${move.from}: back on ${move.to}`,
    by: move.movedBy,
    reason: move.reason,
    words: move.words,
    isRead: move === read,
    undone: isBackAgain.has(move.id),
    undo: move === standing && path.status !== "ended" ? `?withdraw=${move.id}#version` : null,
  }));
}

function wishLines({ data, enrolment, today }: Told): Timed[] {
  const { version, decisions } = enrolment;
  const read = new Set(swapsToReadAbout(data.swaps, decisions, today).map(({ answer }) => answer?.id));
  return data.swaps.flatMap(({ exercise, answers }) =>
    answers
      .filter(({ kind }) => kind !== "decided")
      .map(({ id, kind, by, answeredAt, words }) => ({
        ...plain,
        id,
        instant: answeredAt,
        sentence:
          kind === "declined"
            ? `Kept ${titleOf(version, exercise)}, though another was asked for`
            : `Took back the wish for another exercise than ${titleOf(version, exercise)}`,
        by,
        words,
        isRead: read.has(id),
      })),
  );
}
