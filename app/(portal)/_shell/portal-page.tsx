import type { ReactNode } from "react";
import { PortalNav } from "@/components/shell/portal-nav";
import { PortalShell } from "@/components/shell/portal-shell";
import { pageOwner } from "@/server/page-mark";
import { Leave, LeaveAtOnce } from "../../_shell/leave";
import { OwnPage } from "../../_shell/own-page";

/** The chrome of every portal page: the way out is always there. Before consent there is nowhere else to go. */
export function PortalPage({
  children,
  layout = "narrow",
  withNav = true,
  afterwards = "shown",
}: {
  children: ReactNode;
  layout?: "narrow" | "with-side";
  withNav?: boolean;
  /** Once somebody was discharged: the page is only shown, its fields closed, or it goes on working as it did. */
  afterwards?: "shown" | "works";
}) {
  const { readable } = pageOwner();
  return (
    <OwnPage>
      <PortalShell
        home="/portal"
        nav={withNav ? <PortalNav /> : null}
        leave={<Leave />}
        leaveAtOnce={<LeaveAtOnce />}
        layout={layout}
      >
        {readable ? (
          <p className="desk:col-span-full py-2.5 px-4 border-l-4 border-primary bg-primary-tint">{readable}</p>
        ) : null}
        {readable && afterwards === "shown" ? (
          <fieldset disabled className="contents">
            {children}
          </fieldset>
        ) : (
          children
        )}
      </PortalShell>
    </OwnPage>
  );
}
