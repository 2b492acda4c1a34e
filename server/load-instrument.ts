import "server-only";
import { getInstrument, type InstrumentPage } from "@/db/queries/assessments/instruments";
import { estimateScales } from "@/db/queries/assessments/own-reliability";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import type { ReliabilityEstimate } from "@/lib/assessments/estimate-reliability";
import type { Instrument } from "@/lib/assessments/instrument";
import { NotFound } from "@/lib/errors";
import { authorize, can } from "@/lib/policy";
import { loadForStaff } from "./load";

export type KeyParams = Promise<{ key: string }>;

/** Loads one instrument by the key in the address, with the version that a page shows: the draft, or the one in use. */
export async function loadInstrument(
  params: KeyParams,
  { edits = false, prefer = "current" as "current" | "draft", estimates = false } = {},
) {
  const { key } = await params;
  return loadForStaff(async (scope: Scope<StaffActor>) => {
    if (edits) authorize(scope.actor, "assessments.edit-instrument");
    const page = await getInstrument(scope, key);
    const current = page.current?.instrument;
    const isWanted = estimates && current && can(scope.actor, "assessments.edit-instrument");
    return {
      page,
      shown: shownOf(page, prefer),
      /** Per scale of the version in use, for whoever may choose them. */
      estimates: isWanted ? await estimateScales(scope, key, current) : new Map<string, ReliabilityEstimate>(),
      zone: scope.actor.zone,
      now: scope.now,
    };
  });
}

function shownOf({ current, draft }: InstrumentPage, prefer: "current" | "draft"): Instrument {
  const shown = prefer === "draft" ? (draft ?? current) : (current ?? draft);
  if (!shown) throw new NotFound();
  return shown.instrument;
}
