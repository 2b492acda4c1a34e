import "server-only";
import { getInstrument, type InstrumentPage } from "@/db/queries/instruments";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { Instrument } from "@/lib/domain/assessments/instrument";
import { NotFound } from "@/lib/domain/errors";
import { authorize } from "@/lib/domain/policy";
import { loadForStaff } from "./load";

export type KeyParams = Promise<{ key: string }>;

/** Loads one instrument by the key in the address, with the version that a page shows: the draft, or the one in use. */
export async function loadInstrument(
  params: KeyParams,
  { edits = false, prefer = "current" as "current" | "draft" } = {},
) {
  const { key } = await params;
  return loadForStaff(async (scope: Scope<StaffActor>) => {
    if (edits) authorize(scope.actor, "assessments.edit-instrument");
    const page = await getInstrument(scope, key);
    return { page, shown: shownOf(page, prefer), zone: scope.actor.zone, now: scope.now };
  });
}

function shownOf({ current, draft }: InstrumentPage, prefer: "current" | "draft"): Instrument {
  const shown = prefer === "draft" ? (draft ?? current) : (current ?? draft);
  if (!shown) throw new NotFound();
  return shown.instrument;
}
