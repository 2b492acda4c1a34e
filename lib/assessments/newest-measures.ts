import { compareScores, type ScoreChange, withoutGain } from "@/lib/assessments/change";
import { countsAlike } from "@/lib/assessments/counts-alike";
import { withOwnState } from "@/lib/assessments/figure-state";
import type { Instrument } from "@/lib/assessments/instrument";
import { type ScoreRecord, scoreIn, shownScore } from "@/lib/assessments/score-set";
import { signed } from "@/lib/signed";

/** One sent response of one instrument. `date` is the client's local day. */
export type Sent = { id: string; date: string; title: string; instrument: Instrument; scores: readonly ScoreRecord[] };

/** One instrument that somebody answered, its responses oldest first and at least one. */
export type Measured = { sent: readonly Sent[]; usesOwnData: boolean };

export type MeasureRow = {
  key: string;
  /** The newest response, which the row leads to. */
  id: string;
  date: string;
  title: string;
  /** Null where the instrument has one scale alone: then its title says it. */
  instrument: string | null;
  score: number;
  range: { min: number; max: number };
  isProrated: boolean;
  change: { since: string; words: string; isReliable: boolean; way: "up" | "down" | "level" } | null;
  /** The last ten scores that count alike, oldest first, in the unit of the scale. */
  trend: number[];
};

const most = 10;

/**
 * Where somebody stands on each scale that has a score: the newest one, what it is worth beside the one before it, and the way
 * there. Gain is never praised here, so that the list reads the same whatever safety holds; a fall is told as one. Where the
 * owner judges by the practice's own data the difference stands alone, and the response's own page judges it.
 */
export function measureRows(measured: readonly Measured[]): MeasureRow[] {
  return measured.flatMap(({ sent, usesOwnData }) => {
    const newest = sent.at(-1);
    if (!newest) return [];
    const scales = newest.instrument.scales
      .filter(({ role }) => role === "score")
      .map((scale) => withOwnState(newest.instrument, scale));
    return scales.flatMap((scale): MeasureRow[] => {
      const alike = sent.filter((one) => countsAlike(one.instrument, newest.instrument, scale.key));
      const kept = scoreIn(newest.scores, scale.key, "now");
      if (kept?.score == null) return [];
      const scored = alike.flatMap((one) => {
        const found = scoreIn(one.scores, scale.key, "now");
        return found?.score == null ? [] : [{ date: one.date, score: found.score, status: found.status }];
      });
      const before = scored.at(-2);
      const isProrated = [kept.status, before?.status].includes("prorated");
      const change = before ? compareScores(scale, before.score, kept.score, { isProrated }) : null;
      return [
        {
          key: `${newest.instrument.key}/${scale.key}`,
          id: newest.id,
          date: newest.date,
          title: scales.length === 1 ? newest.title : scale.title,
          instrument: scales.length === 1 ? null : newest.title,
          score: shownScore(kept.score, scale),
          range: scale.range,
          isProrated: kept.status === "prorated",
          change: change && before ? { since: before.date, ...told(change, scale, usesOwnData) } : null,
          trend: scored.slice(-most).map(({ score }) => score),
        },
      ];
    });
  });
}

function told(change: ScoreChange, scale: Parameters<typeof shownScore>[1], usesOwnData: boolean) {
  const { difference, verdict } = change;
  const points = signed(shownScore(difference, scale));
  const judged = verdict === "no figure" ? "no figure for its error" : withoutGain(change).words;
  return {
    words: `${points}, ${usesOwnData ? "judged by the practice’s own data" : judged}`,
    isReliable: !usesOwnData && verdict.startsWith("reliable"),
    way: difference > 0 ? ("up" as const) : difference < 0 ? ("down" as const) : ("level" as const),
  };
}
