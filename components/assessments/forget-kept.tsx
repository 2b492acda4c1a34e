"use client";

import { useEffect } from "react";
import { keptUnder } from "@/components/assessments/use-saved-answers";

/** Once a sitting is sent, nothing of it stays on any device that it was answered on. */
export function ForgetKept({ assessmentId }: { assessmentId: string }) {
  useEffect(() => {
    try {
      localStorage.removeItem(keptUnder(assessmentId));
    } catch {
      // Storage is switched off, so nothing was kept.
    }
  }, [assessmentId]);
  return null;
}
