import { z } from "zod";
import type { InstrumentEntry } from "@/db/queries/assessments/instruments";
import { type InstrumentStatus, instrumentStatus } from "@/lib/instruments/instrument-status";

const view = z.object({
  q: z.string().trim().max(80).catch(""),
  show: z.enum(["all", "ready", "to-do"]).catch("all"),
});

export type LibraryView = z.infer<typeof view>;

/** Reads the address. What it does not understand is as if it were not there. */
export function readLibraryView(params: Record<string, string | string[] | undefined>): LibraryView {
  return view.parse({ q: [params.q].flat()[0] ?? "", show: [params.show].flat()[0] });
}

export type Shelved = { entry: InstrumentEntry; state: InstrumentStatus };

const order: InstrumentStatus[] = ["ready", "draft", "answers to look at", "key to confirm", "wording needed"];

/** What matches, with what can be given to a client first. A search looks in titles and in what each is for. */
export function shelve(entries: readonly InstrumentEntry[], { q, show }: LibraryView): Shelved[] {
  const wanted = q.toLowerCase();
  return entries
    .map((entry) => ({
      entry,
      state: instrumentStatus(entry.current?.instrument ?? null, entry.draft?.instrument ?? null),
    }))
    .filter(({ state }) => show === "all" || (state === "ready") === (show === "ready"))
    .filter(({ entry }) => {
      const { instrument } = entry.current ?? entry.draft ?? {};
      return instrument !== undefined && `${instrument.title} ${instrument.purpose}`.toLowerCase().includes(wanted);
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
