import type { AnxietySeries } from "@/components/charts/anxiety-geometry";
import type { ConnectionData } from "@/components/charts/connection-data";
import type { DumbbellRow } from "@/components/charts/dumbbell-geometry";
import type { GapSeries } from "@/components/charts/gap-series";
import type { JudgedWeek } from "@/components/charts/rated-geometry";
import type { DimensionGoals } from "@/lib/goals/goal-lines";
import type { ReportPart } from "@/lib/reports/report";

/** A small table: words and figures as they are read, figures at the right of their column. */
export type PaperTable = {
  columns: readonly { title: string; share: number; isFigure?: boolean }[];
  rows: readonly (readonly string[])[];
};

export type PaperDrawing =
  | { kind: "connection"; data: ConnectionData }
  | {
      kind: "dimensions";
      rows: readonly DumbbellRow[];
      reliableFrom: string;
      baselineLabel: string | null;
      goals?: DimensionGoals;
    }
  | { kind: "gaps"; series: readonly GapSeries[]; goals?: DimensionGoals }
  | { kind: "practice"; weeks: readonly JudgedWeek[]; name: string }
  | { kind: "anxiety"; series: readonly AnxietySeries[] };

export type PaperPart = {
  part: ReportPart;
  title: string;
  /** What is drawn, in a line under the heading. */
  sub: string;
  /** The finding, above the drawing. */
  sentences: readonly string[];
  drawing: PaperDrawing | null;
  table: PaperTable | null;
  /** What the figures rest on, below. */
  notes: readonly string[];
};

/** All that stands in a report but the day, and who signed it. Plain data, so that two of them can be compared. */
export type ReportContent = {
  title: string;
  practice: { name: string; replyTo: string | null };
  therapist: string;
  client: { name: string; recordNumber: number };
  forWhom: string;
  period: string;
  inShort: readonly string[];
  /** The therapist’s own words, by paragraph. */
  words: readonly string[];
  parts: readonly PaperPart[];
};

/** `date` in words. A preview says so on every page. */
export type ReportStanding = { kind: "preview"; date: string } | { kind: "signed"; by: string; date: string };

export type ReportView = { content: ReportContent; standing: ReportStanding; drawnAt: Date };
