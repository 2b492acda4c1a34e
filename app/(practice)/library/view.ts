import { z } from "zod";
import type { ShelvedInstrument } from "@/db/queries/assessments/instruments";
import type { Instrument } from "@/lib/assessments/instrument";
import { languageWords } from "@/lib/assessments/languages";
import { type InstrumentStatus, instrumentStatus } from "@/lib/instruments/instrument-status";

const view = z.object({
  q: z.string().trim().max(80).catch(""),
  show: z.enum(["all", "ready", "wording", "drafts", "archived"]).catch("all"),
});

export type LibraryView = z.infer<typeof view>;

/** Reads the address. What it does not understand is as if it were not there. */
export function readLibraryView(params: Record<string, string | string[] | undefined>): LibraryView {
  return view.parse({ q: [params.q].flat()[0] ?? "", show: [params.show].flat()[0] });
}

export type Shelved = { entry: ShelvedInstrument; instrument: Instrument; state: InstrumentStatus };
export type ShelfGroup = Exclude<LibraryView["show"], "all">;

/** The shelf in the order in which somebody needs it: what can be given now, what only waits for its words, what is begun. */
export const shelfGroups: readonly { group: ShelfGroup; title: string; sub: string }[] = [
  { group: "ready", title: "Ready to give", sub: "Published: they can be assigned today." },
  {
    group: "wording",
    title: "Waiting for their wording",
    sub: "Key, scales and figures are here. The words belong to their authors: paste them once, which takes two minutes.",
  },
  { group: "drafts", title: "Drafts", sub: "Begun, and not published yet." },
  { group: "archived", title: "Put away", sub: "Not offered any more. Their results stay." },
];

const groupOf = ({ entry, state }: Shelved): ShelfGroup => {
  if (entry.isArchived) return "archived";
  if (state === "ready") return "ready";
  return state === "wording needed" ? "wording" : "drafts";
};

/** The fewer has to be asked of anybody before its words may be used, the earlier. */
const licenceOrder: Record<Instrument["licence"]["status"], number> = {
  ...{ practice: 0, ours: 0, public: 1, free: 1, conditions: 2, ask: 3, permission: 4 },
};

/** What matches, by group. A search looks in titles, in what each is for, and in its language. */
export function shelve(entries: readonly ShelvedInstrument[], { q, show }: LibraryView): Map<ShelfGroup, Shelved[]> {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  const shelf = new Map<ShelfGroup, Shelved[]>();
  for (const entry of entries) {
    const instrument = (entry.current ?? entry.draft)?.instrument;
    if (!instrument) continue;
    const state = instrumentStatus(entry.current?.instrument ?? null, entry.draft?.instrument ?? null);
    const shelved = { entry, instrument, state };
    const group = groupOf(shelved);
    const words = [instrument.title, instrument.purpose, entry.key, languageWords(instrument.locale)]
      .join(" ")
      .toLowerCase();
    if ((show !== "all" && show !== group) || !wanted.every((word) => words.includes(word))) continue;
    shelf.set(group, [...(shelf.get(group) ?? []), shelved]);
  }
  shelf.get("wording")?.sort((a, b) => licenceOf(a) - licenceOf(b));
  return shelf;
}

const licenceOf = ({ instrument }: Shelved) => licenceOrder[instrument.licence.status];
