import type { Route } from "next";
import { z } from "zod";

/** How the caseload is looked at; all of it lives in the address, so a view can be kept and shared. */
const view = z.object({
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
  sort: z.enum(["attention", "name", "week", "activity", "due"]).catch("attention"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

export type CaseloadView = z.infer<typeof view>;

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address. What it does not understand is as if it were not there. */
export function readView(params: SearchParams): CaseloadView {
  return view.parse({
    q: "",
    ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]])),
  });
}

const rest: CaseloadView = {
  q: "",
  phase: "all",
  state: "current",
  whose: "all",
  flag: "any",
  sort: "attention",
  page: 1,
};

/** The address of this view with something changed; what is as usual is left out. A change goes back to the first page. */
export function viewHref(current: CaseloadView, change: Partial<CaseloadView>): Route {
  const next = { ...current, page: 1, ...change };
  const given = Object.entries(next).filter(([key, value]) => value !== rest[key as keyof CaseloadView]);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return query ? `/caseload?${query}` : "/caseload";
}
