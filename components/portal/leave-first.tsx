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
      <button
        type="submit"
        className="absolute top-0 left-2 z-9 py-2.75 px-4 [transform:translateY(-105%)] max-w-[calc(100%_-_16px)] rounded-control bg-ink text-paper [font-weight:inherit] [font-size:inherit] leading-[inherit] [font-family:inherit] focus:top-2 focus:[transform:none] print:hidden"
      >
        Leave now, to a weather page
      </button>
    </form>
  );
}
