import type { ClientProtocol, MoveRecord } from "@/db/queries/protocol/client-protocol";
import { formatDay, formatMoment } from "@/lib/format";
import { rulesOf, undoneBy } from "@/lib/protocol/decision";
import { decisionSentence } from "@/lib/protocol/decision-sentence";
import { exerciseOf } from "@/lib/protocol/definition";
import { clientPathToday, type PathSource, pathInputOf } from "@/lib/protocol/path-today";
import { changeRefusal } from "@/lib/protocol/refusal";
import { protocolPath } from "@/lib/protocol/schedule";
import { swapsToReadAbout } from "@/lib/protocol/swap-request";
import { decisionsToReadAbout } from "@/lib/protocol/words-in-force";
import type { HistoryLine } from "./_components/history";
import { titleOf } from "./protocol-view";

type Timed = Omit<HistoryLine, "at"> & { instant: Date };
type Told = { data: ClientProtocol; enrolment: PathSource; today: string };

/** What only some lines have. */
const plain = { reason: null, words: null, isRead: false, undone: false, canUndo: false };

/**
 * Every decision, every move to another version and every answer to a proposal or a wish, newest first, by the clock of who
 * reads it. Words stand as what the client reads only while their page shows them.
 */
export function historyLines(told: Told, now: Date, zone: string): HistoryLine[] {
  const { data } = told;
  return [...decidedLines(told), ...answeredLines(told), ...data.moves.map(movedLine), ...wishLines(told)]
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
        canUndo: canUndo(kept.id),
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

const movedLine = ({ id, movedAt, to, movedBy, reason }: MoveRecord): Timed => ({
  ...plain,
  id,
  instant: movedAt,
  sentence: `Moved to ${to}`,
  by: movedBy,
  reason,
});

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
