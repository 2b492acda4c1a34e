"use client";

import { useCallback, useEffect } from "react";
import { whenTabsTell } from "@/components/identity/other-tabs";
import { leaveNow, leaveToo, type WayOut } from "@/components/portal/leaving";
import { leavingLook } from "@/components/portal/leaving-look";
import { useLeaveKeys } from "@/components/portal/use-leave-keys";
import { DrawnIcon, leaveIcon } from "@/components/ui/drawn-icon";
import { countWords, shiftsToLeave } from "@/lib/identity/leave-keys";

type Props = WayOut & {
  /** Whether Esc twice leaves too: a person whose other tools use Esc can switch it off. */
  byEscape: boolean;
};

let wayOut: Props | undefined;

/** Where this document's button led, for a page that had to be drawn without the server. */
export const knownWayOut = (): Props | undefined => wayOut;

/** Leaves at once: no question, no animation, nothing kept in this browser. Without script the form does it. */
export function LeaveQuickly({ to, signOutUrl, byEscape }: Props) {
  const leave = useCallback(() => leaveNow({ to, signOutUrl }), [to, signOutUrl]);
  const shifts = useLeaveKeys(leave, byEscape);

  useEffect(() => {
    wayOut = { to, signOutUrl, byEscape };
    // A page that a browser kept for Back was hidden as it was left.
    const whenShown = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    addEventListener("pageshow", whenShown);
    const deaf = whenTabsTell((word) => word === "leave" && leaveToo(to));
    return () => {
      removeEventListener("pageshow", whenShown);
      deaf();
    };
  }, [to, signOutUrl, byEscape]);

  return (
    <form
      action={signOutUrl}
      method="post"
      data-leave
      className="flex-none door:grid door:gap-4.5 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <button
        type="submit"
        className={leavingLook}
        title="Opens a weather page and signs you out. Or press Shift three times."
      >
        <DrawnIcon d={leaveIcon} small />
        Leave quickly
        {shifts > 0 ? (
          <span className="ml-1 font-strong figures" aria-hidden="true">
            {shifts} of {shiftsToLeave}
          </span>
        ) : null}
      </button>
      <span role="status" className="sr-only">
        {countWords(shifts)}
      </span>
    </form>
  );
}
