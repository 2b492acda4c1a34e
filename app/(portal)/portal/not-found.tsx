import type { Metadata } from "next";
import { NowhereInPortal } from "@/components/shell/nowhere";
import { PortalShell } from "@/components/shell/portal-shell";
import { Leave, LeaveAtOnce } from "../../_shell/leave";

export const metadata: Metadata = { title: "Not here" };

/** The same page for what never was, what is gone, and what is somebody else's. The way out is here too. */
export default function PortalNotFoundPage() {
  return (
    <PortalShell home="/" nav={null} leave={<Leave />} leaveAtOnce={<LeaveAtOnce />}>
      <NowhereInPortal />
    </PortalShell>
  );
}
