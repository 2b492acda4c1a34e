import type { Metadata } from "next";
import { PortalShell } from "@/components/shell/portal-shell";
import { LinkButton } from "@/components/ui/link-button";
import { Leave, LeaveAtOnce } from "../../_shell/leave";

export const metadata: Metadata = { title: "Not here" };

/** The same page for what never was, what is gone, and what is somebody else's. The way out is here too. */
export default function PortalNotFoundPage() {
  return (
    <PortalShell home="/" nav={null} leave={<Leave />} leaveAtOnce={<LeaveAtOnce />}>
      <section className="desk:col-span-full">
        <h1>This page is not here</h1>
        <p className="text-ink-2">
          The address may be mistyped, or the page may have moved. Nothing you wrote is lost.
        </p>
      </section>
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/" look="filled">
          Go to Nearer
        </LinkButton>
      </div>
    </PortalShell>
  );
}
