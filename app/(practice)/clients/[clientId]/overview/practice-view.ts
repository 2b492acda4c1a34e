import type { AnxietySeries } from "@/components/charts/anxiety-geometry";
import type { ConnectionEvent } from "@/components/charts/connection-data";
import type { StrategyWeek } from "@/components/charts/strategies-geometry";
import type { ClientPractice } from "@/db/queries/clients/client-practice";
import { type ChartNote, standingNotes } from "@/lib/connection/chart-note";
import { anxietyChanges, anxietySentence } from "@/lib/exercises/anxiety-change";
import { distanceMoves, distanceMoveWords } from "@/lib/exercises/distance-moves";
import type { ExerciseForm } from "@/lib/exercises/exercise";
import { firstTimes } from "@/lib/exercises/first-times";
import { movesByWeek, movesSentence } from "@/lib/exercises/moves-by-week";
import { type RatedWeek, ratedSentence, ratedWeeks } from "@/lib/exercises/rated-weeks";
import { dayMarks, practiceRows } from "@/lib/protocol/adherence";
import { exerciseOf, type ProtocolVersion } from "@/lib/protocol/definition";
import type { PathToday } from "@/lib/protocol/path-today";
import { daysBetween } from "@/lib/time/local-date";
import { pathView } from "../../../_protocol/path-view";

const title = (version: ProtocolVersion | null, key: string) =>
  (version && exerciseOf(version, key)?.title) ?? "An earlier exercise";

const titleWith = (version: ProtocolVersion | null, key: string, form: ExerciseForm) =>
  form === "own" ? `${title(version, key)}, own steps` : title(version, key);

/** The first time of each exercise, as flags over the connection chart. */
export function firstTimeEvents(
  { attempts }: { attempts: Parameters<typeof firstTimes>[0] },
  version: ProtocolVersion | null,
  startsOn: string,
): ConnectionEvent[] {
  return firstTimes(attempts)
    .filter(({ date }) => date >= startsOn)
    .map(({ exercise, form, date }) => {
      const day = daysBetween(startsOn, date);
      return { at: day + 0.5, week: Math.floor(day / 7) + 1, name: `First: ${titleWith(version, exercise, form)}` };
    });
}

/** What was written down beside the path, as flags over the connection chart, together with the others by day. */
export function withChartNotes(
  events: readonly ConnectionEvent[],
  notes: readonly ChartNote[],
  startsOn: string,
  dayWords: (date: string) => string,
): ConnectionEvent[] {
  const written = standingNotes(notes)
    .filter(({ date }) => date >= startsOn)
    .map(({ date, words }) => {
      const day = daysBetween(startsOn, date);
      return { at: day + 0.5, week: Math.floor(day / 7) + 1, name: words, when: dayWords(date) };
    });
  return [...written, ...events].sort((a, b) => a.at - b.at);
}

export type MovesView = { sentence: string; names: string[]; weeks: StrategyWeek[] } | null;

/** Noticed moves per week; null before the first. */
export function movesView({ moves }: ClientPractice, startsOn: string, today: string, weeks: number): MovesView {
  if (moves.length === 0) return null;
  const counted = movesByWeek(moves, startsOn, today, weeks);
  return {
    sentence: movesSentence(counted, (move) => distanceMoveWords[move].title),
    names: distanceMoves.map((move) => distanceMoveWords[move].title),
    weeks: counted,
  };
}

export type AnxietyView = { sentence: string; series: AnxietySeries[] } | null;

/** Anxiety before and after each exercise; null before the first pair. */
export function anxietyView(
  { attempts }: { attempts: Parameters<typeof anxietyChanges>[0] },
  version: ProtocolVersion | null,
): AnxietyView {
  const changes = anxietyChanges(attempts);
  if (changes.length === 0) return null;
  return {
    sentence: anxietySentence(changes),
    series: changes.map(({ exercise, form, ...figures }) => ({
      ...figures,
      exercise: titleWith(version, exercise, form),
    })),
  };
}

export type RatingsView = { sentence: string; weeks: RatedWeek[] } | null;

/** How exercises went for the client and were rated, by week; null before the first. */
export function ratingsView({ attempts }: ClientPractice, startsOn: string, name: string): RatingsView {
  const weeks = ratedWeeks(attempts, startsOn);
  return weeks.length > 0 ? { sentence: ratedSentence(attempts, name), weeks } : null;
}

/** The rows of the week that runs, as the protocol table draws them, and the days so far for the summary. */
export function thisWeekView(
  { attempts }: ClientPractice,
  version: ProtocolVersion | null,
  standing: PathToday | null,
  today: string,
) {
  const week = standing?.path.weeks.find(({ state }) => state === "current");
  if (!week || !version || !standing) return null;
  const rows = pathView(version, standing.path, attempts)
    .flatMap(({ weeks }) => weeks)
    .find(({ key }) => key === week.startsOn)?.rows;
  const days = dayMarks(practiceRows(week, attempts, today), week.startsOn, today).filter(({ date }) => date <= today);
  const logged = days.filter(({ mark }) => mark === "done" || mark === "tried").length;
  const asked = days.filter(({ mark }) => mark !== "none").length;
  return { rows: rows ?? [], logged, asked };
}

export const exerciseTitle = title;
