import type { PaperPart } from "@/components/report/report-view";
import type { Finding } from "@/lib/reports/in-short";
import { partTitles, type ReportPart } from "@/lib/reports/report";

/** A part with the finding that stands for it at the head of the report. */
export type FoundPart = { part: PaperPart; finding: Finding };

const none: Omit<PaperPart, "part" | "title"> = { sub: "", sentences: [], drawing: null, table: null, notes: [] };

/** A part with nothing to tell says so where it stands, and not at the head of the report. */
export const nothing = { finding: "" };

/** Its first sentence is its finding, unless another one is given. */
export function paperPart(
  part: ReportPart,
  more: Partial<PaperPart>,
  { isFall = false, finding }: { isFall?: boolean; finding?: string } = {},
): FoundPart {
  const whole = { ...none, part, title: partTitles[part], ...more };
  return { part: whole, finding: { words: finding ?? whole.sentences[0] ?? "", isFall } };
}
