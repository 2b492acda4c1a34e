"use client";

import { LeaveFirst } from "@/components/portal/leave-first";
import { knownWayOut, LeaveQuickly } from "@/components/portal/leave-quickly";
import { leavingLook } from "@/components/portal/leaving-look";
import { brand } from "@/components/shell/brand";
import { Logo } from "@/components/shell/logo";
import { plainButton } from "@/components/ui/plain-button";

/**
 * A page of the portal that could not be loaded. It keeps the way out: as it was before, or as a plain form. Every page of the
 * portal carries it, so it is drawn without the shell and its links: opening Today anew is what is wanted here.
 */
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
    <div
      data-shell="portal"
      className="min-h-screen bg-paper font-sans text-base [--gut:20px] max-tiny:[--gut:16px] desk:[--gut:40px]"
    >
      {way ? <LeaveFirst {...way} /> : null}
      <header className="sticky top-0 z-4 flex min-h-16.25 items-center justify-between gap-3 bg-paper px-[var(--gut)] py-1.5 squat:min-h-12 squat:py-0.5">
        <a className={`${brand} gap-x-2.25 text-section`} href="/portal">
          <Logo width={34} />
          Nearer
        </a>
        {leave}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-180 grid-cols-1 gap-9 px-[var(--gut)] pt-6 pb-16">
        <section className="desk:col-span-full">
          <h1>This page could not be loaded</h1>
          <p className="text-ink-2">What you saved before is still there. Try again in a moment.</p>
        </section>
        <div className="flex gap-2.5 flex-wrap items-center">
          <button type="button" className={plainButton.filled} onClick={reset}>
            Try again
          </button>
        </div>
      </main>
    </div>
  );
}
