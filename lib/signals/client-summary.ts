import { type ConnectionStatus, isEnough } from "@/lib/connection/connection-status";
import { counted, plural } from "@/lib/plural";

/** What the sentence over a client's overview is made of. Nothing here holds a word that the client wrote. */
export type SummaryFacts = {
  firstName: string;
  /** Days practised, and days that were planned or practised, in the week so far; null outside a running week. */
  practice: { logged: number; asked: number } | null;
  /** The newest whole week against the baseline; null where it is not to be told at all. */
  connection: ConnectionStatus | null;
  /** What fell beyond measurement error, in a sentence; empty without. */
  falls: string;
  /** The widest distances between now and wished, 0–96: several where they are equal; null without one. */
  widest: { titles: readonly string[]; gap: number } | null;
  /** False while words of gain wait: then nothing that rises is told as good news. */
  gateClear: boolean;
  /** True while a safety event is open: it is said first, and nothing is said of gains. */
  safetyOpen: boolean;
  /** Messages and reflections that nobody has read. */
  waiting: number;
};

/**
 * The one sentence or two that sum a client up, in plain words: falls first, whatever else is true, then what tells most. An
 * open safety event alone comes before them. Small counts are told as counts. An empty string when there is nothing yet.
 */
export function clientSummary(facts: SummaryFacts): string {
  const falls = [facts.falls, connectionFall(facts)];
  const parts = facts.safetyOpen
    ? ["A safety event is open, and comes before everything else on this page.", ...falls, waitingPart(facts)]
    : [...falls, practicePart(facts), connectionPart(facts), widestPart(facts), waitingPart(facts)];
  return parts.filter(Boolean).join(" ");
}

function practicePart({ firstName, practice }: SummaryFacts): string {
  if (!practice || practice.asked === 0) return "";
  if (practice.logged === 0) return practice.asked > 1 ? "Nothing is logged yet this week." : "";
  return `${firstName} practised on ${practice.logged} of ${counted(practice.asked, "day")} this week.`;
}

/** A point or more below where it began, whatever safety holds and whether or not the path runs. */
function connectionFall({ connection }: Pick<SummaryFacts, "connection">): string {
  if (connection?.kind !== "judged") return "";
  const { signal, latest, baseline } = connection;
  if (signal === "review") return `Connection has been lower for two weeks running${onWhat(connection)}.`;
  if (signal === "watch") return `Connection was lower last week${onWhat(connection)}.`;
  const fall = baseline.median - latest.median;
  return fall >= 1 ? `Connection stands ${points(fall)} below where it began${onWhat(connection)}.` : "";
}

/** Whether the newest whole week fell, as the sentence tells it first. */
export const hasFallen = (connection: ConnectionStatus): boolean => connectionFall({ connection }) !== "";

function connectionPart(facts: SummaryFacts): string {
  const { connection, gateClear } = facts;
  if (connection?.kind !== "judged" || connectionFall(facts)) return "";
  if (!gateClear) return "Nothing here counts as a gain while a gate is not clear or joint steps are closed.";
  const rise = connection.latest.median - connection.baseline.median;
  if (rise >= 1) return `Connection stands ${points(rise)} above where it began${onWhat(connection)}.`;
  return `Connection stands about where it began${onWhat(connection)}.`;
}

/** A week of one check or two is said as such: it is no median of a week. */
function onWhat({ latest }: { latest: { days: number; checks: number } }): string {
  if (isEnough(latest)) return "";
  return plural(latest.checks, ", by one check", `, by checks on ${counted(latest.days, "day")}`);
}

function widestPart({ widest }: SummaryFacts): string {
  if (!widest || widest.gap <= 0 || widest.titles.length === 0) return "";
  const titles = widest.titles.map((title) => title.toLowerCase());
  if (titles.length === 1) return `The widest distance is ${titles[0]}, ${widest.gap} between now and wished.`;
  const listed = `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
  return `The widest distances are ${listed}, each ${widest.gap} between now and wished.`;
}

function waitingPart({ waiting }: SummaryFacts): string {
  if (waiting === 0) return "";
  return plural(
    waiting,
    "One message or reflection waits for you.",
    `${waiting} messages or reflections wait for you.`,
  );
}

const points = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
