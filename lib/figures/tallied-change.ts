import { compareScores } from "@/lib/assessments/change";
import type { Instrument } from "@/lib/assessments/instrument";

/** What one person has of one instrument: the first and the newest sitting, by scale, of the form that asks about now. */
export type Course = {
  instrument: Instrument;
  /** Sittings that were sent; 0 for somebody who was asked and never sent one. */
  sittings: number;
  first: Readonly<Record<string, number>>;
  newest: Readonly<Record<string, number>>;
};

export type ScaleTally = { title: string; compared: number; better: number; worse: number; other: number };

export type InstrumentTally = {
  key: string;
  title: string;
  /** Everybody who was ever asked. */
  asked: number;
  never: number;
  once: number;
  scales: ScaleTally[];
};

/**
 * How many changed beyond measurement error, from the first sitting to the newest, by instrument and scale. Who sat once, or whose
 * scale was not scored at one of the two, is counted and not compared. By title; nobody is ranked.
 */
export function tallyChanges(courses: readonly Course[]): InstrumentTally[] {
  const keys = [...new Set(courses.map(({ instrument }) => instrument.key))];
  return keys
    .map((key) => ({ key, all: courses.filter(({ instrument }) => instrument.key === key) }))
    .map(({ key, all }) => ({
      key,
      title: all[0]?.instrument.title ?? key,
      asked: all.length,
      never: all.filter(({ sittings }) => sittings === 0).length,
      once: all.filter(({ sittings }) => sittings === 1).length,
      scales: scaleTallies(all),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

function scaleTallies(all: readonly Course[]): ScaleTally[] {
  const tallies = new Map<string, ScaleTally>();
  for (const { instrument, sittings, first, newest } of all)
    for (const scale of instrument.scales) {
      const tally = tallies.get(scale.key) ?? { title: scale.title, compared: 0, better: 0, worse: 0, other: 0 };
      tallies.set(scale.key, tally);
      const [before, after] = [first[scale.key], newest[scale.key]];
      if (sittings < 2 || before === undefined || after === undefined) continue;
      const { verdict } = compareScores(scale, before, after);
      if (verdict === "no figure") continue;
      tally.compared += 1;
      if (verdict === "reliable better") tally.better += 1;
      else if (verdict === "reliable worse") tally.worse += 1;
      else if (verdict === "reliable change") tally.other += 1;
    }
  return [...tallies.values()];
}
