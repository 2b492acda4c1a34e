import type { Route } from "next";
import type { ReactNode } from "react";
import { PortalShell } from "@/components/shell/portal-shell";
import { Leave, LeaveAtOnce } from "../../_shell/leave";
import { OwnPage } from "../../_shell/own-page";

const nav: { href: Route; label: string }[] = [
  { href: "/portal", label: "Today" },
  { href: "/portal/path", label: "My path" },
  { href: "/portal/learn", label: "Learn" },
  { href: "/portal/messages", label: "Messages" },
  { href: "/portal/account", label: "Account" },
];

/** The chrome of every portal page: the way out is always there. Before consent there is nowhere else to go. */
export function PortalPage({
  children,
  layout = "narrow",
  withNav = true,
}: {
  children: ReactNode;
  layout?: "narrow" | "with-side";
  withNav?: boolean;
}) {
  return (
    <OwnPage>
      <PortalShell
        home="/portal"
        nav={withNav ? nav : []}
        leave={<Leave />}
        leaveAtOnce={<LeaveAtOnce />}
        layout={layout}
      >
        {children}
      </PortalShell>
    </OwnPage>
  );
}
