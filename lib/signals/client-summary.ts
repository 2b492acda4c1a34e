import { counted, plural } from "@/lib/plural";

/** What the sentence over a client's overview is made of. Nothing here holds a word that the client wrote. */
export type SummaryFacts = {
  firstName: string;
  /** Days practised, and days that were planned or practised, in the week so far; null outside a running week. */
  practice: { logged: number; asked: number } | null;
  /** Weekly medians, 1–10, against the first fortnight; null until both are known. */
  connection: { latest: number; baseline: number; signal: "none" | "watch" | "review" } | null;
  /** The widest distance between now and wished, 0–96; null without one. */
  widest: { title: string; gap: number } | null;
  /** False while words of gain wait: then nothing that rises is told as good news. */
  gateClear: boolean;
  /** True while a safety event is open: it is said first, and nothing is said of gains. */
  safetyOpen: boolean;
  /** Messages and reflections that nobody has read. */
  waiting: number;
};

/**
 * The one sentence or two that sum a client up, in plain words, most telling first. Small counts are told as counts.
 * An empty string when there is nothing yet to sum up.
 */
export function clientSummary(facts: SummaryFacts): string {
  if (facts.safetyOpen) {
    return ["A safety event is open, and comes before everything else on this page.", waitingPart(facts)]
      .filter(Boolean)
      .join(" ");
  }
  const parts = [practicePart(facts), connectionPart(facts), widestPart(facts), waitingPart(facts)];
  return parts.filter(Boolean).join(" ");
}

function practicePart({ firstName, practice }: SummaryFacts): string {
  if (!practice || practice.asked === 0) return "";
  if (practice.logged === 0) return practice.asked > 1 ? "Nothing is logged yet this week." : "";
  return `${firstName} practised on ${practice.logged} of ${counted(practice.asked, "day")} this week.`;
}

function connectionPart({ connection, gateClear }: SummaryFacts): string {
  if (!connection) return "";
  const { latest, baseline, signal } = connection;
  if (signal === "review") return "Connection has been lower for two weeks running.";
  if (signal === "watch") return "Connection was lower last week.";
  if (!gateClear) return "Nothing here counts as a gain while a gate is not clear or joint steps are closed.";
  const rise = latest - baseline;
  if (rise >= 1) return `Connection stands ${points(rise)} above where it began.`;
  if (rise <= -1) return `Connection stands ${points(-rise)} below where it began.`;
  return "Connection stands about where it began.";
}

function widestPart({ widest }: SummaryFacts): string {
  if (!widest || widest.gap <= 0) return "";
  return `The widest distance is ${widest.title.toLowerCase()}, ${widest.gap} between now and wished.`;
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
