import type { Route } from "next";
import { z } from "zod";
import type { From } from "@/db/queries/caseload/kept-rows";
import type { CaseloadMark } from "@/lib/caseload/place";
import { type CaseloadView, caseloadView, queryOf } from "@/lib/caseload/view";

/** Tier, key and client of a row: no name stands in an address. */
const mark = z
  .string()
  .regex(/^[01]_-?\d{1,15}_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  .transform((words): CaseloadMark => {
    const [tier = "", key = "", clientId = ""] = words.split("_");
    return { tier: Number(tier), key: Number(key), clientId };
  })
  .nullable()
  .catch(null);

/** All of a view lives in the address, so it can be kept and shared; and from which row the page goes on. */
const asked = caseloadView.extend({ after: mark, before: mark });

export type AskedView = CaseloadView & { from: From };

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address. What it does not understand is as if it were not there. */
export function readView(params: SearchParams): AskedView {
  const { after, before, ...view } = asked.parse({
    ...{ q: "", columns: "", after: null, before: null },
    ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, [value].flat()[0]])),
    // A box for each: those that are ticked come one by one.
    columns: [params.columns ?? []].flat().join("."),
  });
  if (after) return { ...view, from: { way: "after", mark: after } };
  return { ...view, from: before ? { way: "before", mark: before } : null };
}

/** The address of this view with something changed; what is as usual is left out. A change goes back to the first page. */
export function viewHref(current: CaseloadView, change: Partial<CaseloadView>, from: From = null): Route {
  const marked = from ? `${from.way}=${from.mark.tier}_${from.mark.key}_${from.mark.clientId}` : "";
  const query = [queryOf({ ...current, ...change }), marked].filter((part) => part !== "").join("&");
  return query ? `/caseload?${query}` : "/caseload";
}
