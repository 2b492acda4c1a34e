"use client";

import { LeaveFirst } from "@/components/portal/leave-first";
import { knownWayOut, LeaveQuickly } from "@/components/portal/leave-quickly";
import { leavingLook } from "@/components/portal/leaving-look";
import { PortalShell } from "@/components/shell/portal-shell";
import { plainButton } from "@/components/ui/plain-button";

/** A page of the portal that could not be loaded. It keeps the way out: as it was before, or as a plain form. */
export default function PortalErrorPage({ reset }: { error: Error; reset: () => void }) {
  const way = knownWayOut();
  const leave = way ? (
    <LeaveQuickly {...way} />
  ) : (
    <form action="/api/leave" method="post" className="door:grid door:gap-4.5 print:hidden">
      <button type="submit" className={leavingLook}>
        Leave quickly
      </button>
    </form>
  );
  return (
    <PortalShell home="/portal" nav={[]} leave={leave} leaveAtOnce={way ? <LeaveFirst {...way} /> : null}>
      <section className="desk:col-span-full">
        <h1>This page could not be loaded</h1>
        <p className="text-ink-2">What you saved before is still there. Try again in a moment.</p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <button type="button" className={plainButton.filled} onClick={reset}>
          Try again
        </button>
      </div>
    </PortalShell>
  );
}
