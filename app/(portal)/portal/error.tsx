"use client";

import { LeaveFirst } from "@/components/portal/leave-first";
import { knownWayOut, LeaveQuickly } from "@/components/portal/leave-quickly";
import { PortalShell } from "@/components/shell/portal-shell";
import { Button } from "@/components/ui/button";

/** A page of the portal that could not be loaded. It keeps the way out: as it was before, or as a plain form. */
export default function PortalErrorPage({ reset }: { error: Error; reset: () => void }) {
  const way = knownWayOut();
  const leave = way ? (
    <LeaveQuickly {...way} />
  ) : (
    <form action="/api/leave" method="post" className="leave-form">
      <button type="submit" className="btn leave">
        Leave quickly
      </button>
    </form>
  );
  return (
    <PortalShell home="/portal" nav={[]} leave={leave} leaveAtOnce={way ? <LeaveFirst {...way} /> : null}>
      <section className="hello">
        <h1>This page could not be loaded</h1>
        <p className="sec">What you saved before is still there. Try again in a moment.</p>
      </section>
      <div className="row">
        <Button look="filled" onClick={reset}>
          Try again
        </Button>
      </div>
    </PortalShell>
  );
}
