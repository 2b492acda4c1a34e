import type { Decision } from "@/lib/protocol/decision";
import { type ProtocolVersion, phaseOfWeek } from "@/lib/protocol/definition";
import type { PathStatus, ProtocolPath } from "@/lib/protocol/path";
import type { PathInput, SafetyHold } from "@/lib/protocol/path-in-force";
import { protocolPath } from "@/lib/protocol/schedule";

/** An enrolment as kept. `earlierVersions`: what it was on before each move, oldest first. */
export type PathSource = {
  startDate: string;
  zone: string;
  version: ProtocolVersion;
  earlierVersions?: PathInput["earlierVersions"];
  decisions: Decision[];
  safetyHolds?: readonly SafetyHold[];
};

/** What the schedule is worked out from, for a kept enrolment. */
export function pathInputOf(source: PathSource, today: string): PathInput {
  const { startDate, zone, version, decisions, earlierVersions, safetyHolds } = source;
  return {
    version,
    ...(earlierVersions?.length && { earlierVersions }),
    enrolment: { startDate, zone },
    decisions,
    ...(safetyHolds && { safetyHolds }),
    today,
  };
}

/** How the phase bar draws it. `phases`: the phase of each protocol week, in order. */
export type Progress = { phases: readonly number[] } & Place;
type Place =
  | { state: "not-started" }
  | { state: "week"; week: number }
  | { state: "on-hold" | "paused" | "ended"; week: number }
  | { state: "finished" };

export type PathToday = {
  status: PathStatus;
  progress: Progress;
  phase: string | null;
  /** For the client. */
  words: string;
  path: ProtocolPath;
};

/** Where an enrolment stands on the client's local date `today`. */
export function pathTodayOf(source: PathSource, today: string): PathToday {
  return pathTodayFrom(pathInputOf(source, today));
}

/**
 * The same for the client's own pages: a safety stop that lasts counts as over today. Weeks already lived again stay, and
 * the weeks ahead have dates as for anybody, so that nothing can be read from their lack.
 */
export function clientPathToday(source: PathSource, today: string): PathToday {
  const safetyHolds = source.safetyHolds?.map((hold) => (hold.until === null ? { ...hold, until: today } : hold));
  return pathTodayOf({ ...source, ...(safetyHolds && { safetyHolds }) }, today);
}

function pathTodayFrom(input: PathInput): PathToday {
  const path = protocolPath(input);
  const week = path.current?.number ?? path.weeks.findLast((one) => one.startsOn <= input.today)?.number ?? 0;
  const progress = { ...placeOf(path.status, week), phases: phasesOf(path, input.version) };
  return { status: path.status, progress, phase: path.phase?.title ?? null, words: wordsFor(path, week), path };
}

/**
 * The same to the client: a week that a safety stop keeps looks like any other, so that nothing can be read from it,
 * and a path that ended early is behind them like any other.
 */
export function progressForClient({ progress, path }: PathToday): Progress {
  if (progress.state === "ended") return { phases: progress.phases.slice(0, progress.week), state: "finished" };
  return isKeptBySafety(path) && "week" in progress ? { ...progress, state: "week" } : progress;
}

const isKeptBySafety = (path: ProtocolPath) => path.status === "held" && path.held?.because === "safety";

/** The phase of each protocol week: of the first calendar week that carries it, of the week that waits, or as planned. */
function phasesOf(path: ProtocolPath, version: ProtocolVersion): number[] {
  const phases = new Map<number, number>();
  for (const { number, phase } of [...path.weeks, ...path.waiting])
    if (!phases.has(number)) phases.set(number, phase.number);
  return Array.from({ length: path.totalWeeks }, (_, i) => phases.get(i + 1) ?? phaseOfWeek(version, i + 1).number);
}

function placeOf(status: PathStatus, week: number): Place {
  if (status === "starting") return { state: "not-started" };
  if (status === "held") return { state: "on-hold", week };
  if (status === "paused" || status === "ended") return { state: status, week };
  if (status === "active") return { state: "week", week };
  return { state: "finished" };
}

function wordsFor(path: ProtocolPath, week: number): string {
  const place = `Week ${week} of ${path.totalWeeks}`;
  const phase = path.phase ? `, ${path.phase.title}` : "";
  if (path.status === "starting") return "Your weeks have not started yet.";
  if (path.status === "active") return `${place}${phase}`;
  if (isKeptBySafety(path)) return `${place}${phase}`;
  if (path.status === "held") return `${place}${phase}. We’re staying with this week a little longer.`;
  if (path.status === "paused") return `${place}${phase}. Exercises are paused for now.`;
  return "Your weeks of practice are behind you.";
}
