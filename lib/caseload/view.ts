import { z } from "zod";
import { type CaseloadPlace, caseloadSorts } from "@/lib/caseload/place";

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
});

export type CaseloadView = z.infer<typeof caseloadView>;

/** The levels that each of the three counts of the day holds. */
export const flagLevels = {
  "needs-you": ["risk", "attention"],
  review: ["review"],
  starting: ["starting"],
} as const satisfies Record<string, readonly CaseloadPlace["level"][]>;

/** Whether a place is among those that a view shows. The same as `inView` of db/queries/caseload/kept-rows.ts asks of rows. */
export function isInView(place: CaseloadPlace, therapistId: string, view: Omit<CaseloadView, "q" | "sort">): boolean {
  const { phase, state, whose, flag } = view;
  if (whose !== "all" && therapistId !== whose) return false;
  if (state === "current" && place.stage === "after" && place.level !== "risk") return false;
  if (state === "starting" && place.stage !== "starting") return false;
  if (state === "after" && place.stage !== "after") return false;
  if (phase !== "all" && place.phase !== Number(phase)) return false;
  if (flag === "letters") return place.lettersUnasked;
  return flag === "any" || flagLevels[flag].some((level) => level === place.level);
}
