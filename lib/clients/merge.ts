import { z } from "zod";
import type { GateState } from "@/lib/safety/gate";
import { gateStates } from "@/lib/safety/gate";
import { wordsUpTo } from "@/lib/written-words";
import { type InForce, type Pending, pendingRefusal } from "./standing";

/** Two records of one person become one: `clientId` points at `intoId` from then on. `id` is made by the page. */
export const mergeForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  intoId: z.uuid(),
  reason: wordsUpTo("accountReason", "Write how you know that they are one person. The record keeps it."),
});
export type MergeForm = z.infer<typeof mergeForm>;

/** One of the two, with what has to be over before they can be merged. */
export type MergeSide = {
  recordNumber: number;
  therapistId: string;
  standing: InForce;
  pending: Omit<Pending, "standing">;
  /** The link ended, and the day on which that shows has not come. */
  isEndHidden: boolean;
  asksErasure: boolean;
  courtAsks: boolean;
  /** Colleagues who are never told about this record. */
  untold: readonly string[];
  /** Other records were merged into it. */
  hasMerged: boolean;
  /** Invited as somebody’s partner, and has not come. */
  isInvited: boolean;
};

type Two = {
  stays: MergeSide;
  goes: MergeSide;
  /** They were linked, or one was invited as the partner of the other. */
  wereTwo: boolean;
};

const record = ({ recordNumber }: MergeSide) => `record ${recordNumber}`;

/** Why two records cannot be merged, with what to do first; null where they can. */
export function mergeRefusal({ stays, goes, wereTwo }: Two): string | null {
  if (wereTwo) return "These are two people: they were linked, or one was invited as the partner of the other.";
  return (
    standingRefusal(stays, goes) ??
    linkRefusal(stays) ??
    linkRefusal(goes) ??
    askedRefusal(stays) ??
    askedRefusal(goes) ??
    pendingOf(goes) ??
    untoldRefusal(stays, goes)
  );
}

function standingRefusal(stays: MergeSide, goes: MergeSide): string | null {
  if (goes.standing.is === "merged" || stays.standing.is === "merged")
    return "One of the two was merged already. Open the record that stayed.";
  if (goes.standing.is === "removed" || stays.standing.is === "removed")
    return "One of the two holds nothing of a person any more.";
  if (stays.standing.is !== "here")
    return `The one that stays, ${record(stays)}, is discharged. Take them back into care first, or keep the other one.`;
  if (goes.hasMerged)
    return `Another record was merged into ${record(goes)}. Keep that one, or take that merge back first.`;
  return stays.therapistId === goes.therapistId
    ? null
    : "Two therapists have these records. The owner hands one of them over first.";
}

/** Never while either is linked: what the one knows of the other’s partner would come along. */
function linkRefusal(side: MergeSide): string | null {
  const { isLinked, readsPartner } = side.pending;
  if (!isLinked && !side.isEndHidden) return null;
  if (!readsPartner) return "Something has to be ended first that the owner of the practice decides. Ask the owner.";
  return `The person of ${record(side)} is linked with a partner, or the end of the link does not show yet. Records are never merged while a link holds.`;
}

function askedRefusal(side: MergeSide): string | null {
  if (side.asksErasure) return `Somebody asked for ${record(side)} to be erased. Answer that first, there.`;
  return side.courtAsks ? `A court asks for ${record(side)}. Note what became of it first, there.` : null;
}

function pendingOf(goes: MergeSide): string | null {
  if (goes.isInvited)
    return `The person of ${record(goes)} was invited as a partner and has not come. Take that invitation back first.`;
  const refusal = pendingRefusal({ ...goes.pending, isLinked: false });
  return refusal && `On ${record(goes)}: ${refusal.charAt(0).toLowerCase()}${refusal.slice(1)}`;
}

const untoldRefusal = (stays: MergeSide, goes: MergeSide): string | null =>
  goes.untold.every((one) => stays.untold.includes(one))
    ? null
    : `A colleague is never told about ${record(goes)}. Name them on ${record(stays)} too, under Safety, before the two become one.`;

/** The gate of the record that stays from the merge on: the stricter of both, and never clear before a clinician decided. */
export const mergedGate = (stays: GateState, goes: GateState): GateState => {
  const strictest = Math.max(gateStates.indexOf(stays), gateStates.indexOf(goes), gateStates.indexOf("not-screened"));
  return gateStates[strictest] ?? "stop";
};
