import type { ExportedCheck, ExportedConsent } from "@/lib/exports/record";
import type { LocalDate } from "@/lib/time/local-date";

/** One thing that stands on somebody’s own pages: its day, what it is called there, and what it says. */
export type OwnEntry = { date: LocalDate | null; title: string; lines: readonly OwnLine[] };
export type OwnLine = { label: string; words: string };

/** Every part of the file in its order. Each is there for everybody, with or without something in it. */
export const ownPartTitles = {
  you: "About you",
  agreement: "What you agreed to",
  checks: "How connected you felt",
  exercises: "What you did",
  afterwards: "What you wrote in exercises",
  moves: "Distance moves that you noted",
  answered: "What you answered",
  messages: "Messages",
  reflections: "What you wrote after exercises",
  together: "What you and your therapist wrote down",
  documents: "Documents",
  opened: "When your record was opened",
} as const;
export type OwnPart = keyof typeof ownPartTitles;
export const ownParts = Object.keys(ownPartTitles) as OwnPart[];

/**
 * What the own pages of one client show, as a file of theirs. Never in it: anything that no page of theirs shows, anything of a
 * partner, and charts: they come and go with joint steps, and a file that lacks them would say when.
 */
export type OwnPages = {
  clientId: string;
  name: string;
  /** The client’s day on which the file was made. */
  today: LocalDate;
  parts: Readonly<Record<OwnPart, readonly OwnEntry[]>>;
  checks: readonly Omit<ExportedCheck, "date">[];
  consents: readonly ExportedConsent[];
};

export type OwnRow = { part: string; date: string | null; title: string; label: string; words: string };
export const ownColumns = ["part", "date", "title", "label", "words"] satisfies (keyof OwnRow)[];

/** The file as a table: a row for each line, in the order of the parts. */
export const ownRows = ({ parts }: OwnPages): OwnRow[] =>
  ownParts.flatMap((part) =>
    parts[part].flatMap(({ date, title, lines }) =>
      lines.map(({ label, words }) => ({ part: ownPartTitles[part], date, title, label, words })),
    ),
  );

/** The file as data: every part by its name, an empty one too. */
export const ownData = ({ parts, today }: OwnPages) => ({
  madeOn: today,
  parts: ownParts.map((part) => ({ part, title: ownPartTitles[part], entries: parts[part] })),
});
