"use client";

import { useEffect } from "react";
import { keptUnder } from "@/components/assessments/use-saved-answers";

/**
 * Once a sitting is sent, nothing of it stays on any device that it was answered on. Without an id every sitting is
 * meant: a device that was handed back keeps nobody's answers.
 */
export function ForgetKept({ assessmentId }: { assessmentId: string | null }) {
  useEffect(() => {
    try {
      const isMeant = (key: string) =>
        assessmentId === null ? key.startsWith(keptUnder("")) : key === keptUnder(assessmentId);
      for (const key of Object.keys(localStorage).filter(isMeant)) localStorage.removeItem(key);
    } catch {
      // Storage is switched off, so nothing was kept.
    }
  }, [assessmentId]);
  return null;
}
