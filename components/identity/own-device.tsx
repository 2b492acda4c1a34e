"use client";

import { ForgetOthers } from "@/components/assessments/forget-saved-answers";
import { usePageOwner } from "@/components/forms/page-owner";
import { KeepForLater } from "@/components/identity/keep-for-later";
import { SessionWatch } from "@/components/identity/session-watch";
import { WithoutNetwork } from "@/components/portal/without-network";

/** What a page of somebody signed in does about the device that it is on. One part, because a page names each of its parts. */
export function OwnDevice() {
  const { isClient } = usePageOwner();
  return (
    <>
      <SessionWatch />
      <ForgetOthers />
      <KeepForLater />
      {isClient ? <WithoutNetwork /> : null}
    </>
  );
}
