import type { ReactNode } from "react";
import { PageOwner } from "@/components/forms/page-owner";
import { OwnDevice } from "@/components/identity/own-device";
import { pageOwner } from "@/server/page-mark";

/** Around every page of somebody signed in: it belongs to them, and covers itself when it no longer does. */
export function OwnPage({ children }: { children: ReactNode }) {
  const { mark, isClient } = pageOwner();
  return (
    <PageOwner mark={mark} isClient={isClient}>
      {children}
      <OwnDevice />
    </PageOwner>
  );
}
