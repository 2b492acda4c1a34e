import type { ReactNode } from "react";
import { ForgetOthers } from "@/components/assessments/forget-saved-answers";
import { PageOwner } from "@/components/forms/page-owner";
import { KeepForLater } from "@/components/identity/keep-for-later";
import { SessionWatch } from "@/components/identity/session-watch";
import { WithoutNetwork } from "@/components/portal/without-network";
import { pageOwner } from "@/server/page-mark";

/** Around every page of somebody signed in: it belongs to them, and covers itself when it no longer does. */
export function OwnPage({ children }: { children: ReactNode }) {
  const { mark, isClient } = pageOwner();
  return (
    <PageOwner mark={mark} isClient={isClient}>
      {children}
      <SessionWatch />
      <ForgetOthers />
      <KeepForLater />
      {isClient ? <WithoutNetwork /> : null}
    </PageOwner>
  );
}
