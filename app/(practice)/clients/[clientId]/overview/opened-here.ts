import { type SignalKind, signalKinds } from "@/lib/signals/kinds";

export type SearchParams = { [Asked in ReasonPart | "safety" | "how"]?: string | string[] };

/** What of a reason is open: what to look at, or how to set it aside. */
export type ReasonPart = "look" | "aside";

/** The one that the address opens: six lenses with their moves are sent for it alone, and not for each reason. */
export type OpenReason = { kind: SignalKind; part: ReasonPart };

/** Whether the address opens how the finding about connection was worked out. */
export const opensWorking = ({ how }: SearchParams): boolean => how === "connection";

/** Whether the address opens what it takes to clear, or to release a stop. */
export const opensClearing = ({ safety }: SearchParams): boolean => safety === "clear";

export function openReason(asked: SearchParams): OpenReason | null {
  for (const part of ["look", "aside"] as const) {
    const kind = signalKinds.find((one) => one === asked[part]);
    if (kind) return { kind, part };
  }
  return null;
}
