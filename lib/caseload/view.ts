import { z } from "zod";
import { type CaseloadColumn, caseloadColumns } from "@/lib/caseload/columns";
import { type CaseloadPlace, caseloadSorts } from "@/lib/caseload/place";

/** Written in an address where every column was taken away. */
export const NO_COLUMNS = "none";

/** In their order, each once; what is not known is as if it were not there. */
function columnsAsked(words: string): string {
  if (words === "") return "";
  const asked = words.split(/[.,]/);
  const known = caseloadColumns.filter((column) => asked.includes(column));
  if (known.length === caseloadColumns.length) return "";
  return known.length === 0 ? (asked.includes(NO_COLUMNS) ? NO_COLUMNS : "") : known.join(".");
}

/** Which columns a view shows, beside the name and the reason. */
export const columnsShown = ({ columns }: Pick<CaseloadView, "columns">): CaseloadColumn[] =>
  columns === "" ? [...caseloadColumns] : caseloadColumns.filter((column) => columns.split(".").includes(column));

/** How the caseload is looked at: which clients, and in which order. What is not understood is as if it were not there. */
export const caseloadView = z.object({
  q: z
    .string()
    .transform((words) => words.replaceAll("\0", "").trim())
    .pipe(z.string().max(80))
    .catch(""),
  phase: z.enum(["all", "1", "2", "3"]).catch("all"),
  state: z.enum(["current", "starting", "after", "all", "archive"]).catch("current"),
  /** Of which therapist, for who reads several. */
  whose: z.uuid().or(z.literal("all")).catch("all"),
  flag: z.enum(["any", "needs-you", "review", "starting", "letters"]).catch("any"),
  sort: z.enum(caseloadSorts).catch("attention"),
  /** The columns that are shown, with dots between them; empty for all of them, and NO_COLUMNS for none. */
  columns: z.string().transform(columnsAsked).catch(""),
});

export type CaseloadView = z.infer<typeof caseloadView>;

/** The levels that each of the three counts of the day holds. */
export const flagLevels = {
  "needs-you": ["risk", "attention"],
  review: ["review"],
  starting: ["starting"],
} as const satisfies Record<string, readonly CaseloadPlace["level"][]>;

/** Whether a place is among those that a view shows. The same as `inView` of db/queries/caseload/kept-rows.ts asks of rows. */
export function isInView(
  place: CaseloadPlace,
  therapistId: string,
  view: Omit<CaseloadView, "q" | "sort" | "columns">,
): boolean {
  const { phase, state, whose, flag } = view;
  if (whose !== "all" && therapistId !== whose) return false;
  if (state === "current" && place.stage === "after" && place.level !== "risk") return false;
  if (state === "starting" && place.stage !== "starting") return false;
  if (state === "after" && place.stage !== "after") return false;
  if (phase !== "all" && place.phase !== Number(phase)) return false;
  if (flag === "letters") return place.lettersUnasked;
  return flag === "any" || flagLevels[flag].some((level) => level === place.level);
}

/** What an address leaves out. */
export const usualView: CaseloadView = {
  ...{ q: "", phase: "all", state: "current", whose: "all", flag: "any", sort: "attention", columns: "" },
};

/** A view as the end of an address has it: what is as usual is left out. */
export function queryOf(view: CaseloadView): string {
  const keys = Object.keys(usualView) as (keyof CaseloadView)[];
  return new URLSearchParams(
    keys.filter((key) => view[key] !== usualView[key]).map((key) => [key, view[key]]),
  ).toString();
}

/** The view that such an address asks for. */
export const viewOfQuery = (query: string): CaseloadView =>
  caseloadView.parse({ q: "", columns: "", ...Object.fromEntries(new URLSearchParams(query)) });
