"use client";

import { useEffect } from "react";
import { clearDevice } from "@/components/identity/clear-device";
import { tellTabs } from "@/components/identity/other-tabs";

/** Somebody has just signed out here: what this browser kept is cleared, and the other tabs cover themselves. */
export function SignedOutHere() {
  useEffect(() => {
    clearDevice();
    tellTabs("look");
  }, []);
  return null;
}
