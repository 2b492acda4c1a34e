"use client";

import { leaveNow, type WayOut } from "@/components/portal/leaving";

/** The second stop of the keyboard on every page: out at once, without looking for the button. */
export function LeaveFirst({ to, signOutUrl }: WayOut) {
  return (
    <form
      className="print:hidden"
      action={signOutUrl}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        leaveNow({ to, signOutUrl });
      }}
    >
      <button type="submit" className="look-skip">
        Leave now, to a weather page
      </button>
    </form>
  );
}
