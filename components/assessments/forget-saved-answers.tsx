"use client";

import { useEffect } from "react";
import { keptUnder } from "@/components/assessments/use-saved-answers";
import { usePageOwner } from "@/components/forms/page-owner";

/**
 * Once a sitting is sent, nothing of it stays on any device that it was answered on. Without an id every sitting is
 * meant: a device that was handed back keeps nobody's answers.
 */
export function ForgetSavedAnswers({ assessmentId }: { assessmentId: string | null }) {
  const { mark } = usePageOwner();
  useEffect(() => {
    const ofAll = keptUnder("");
    forget((key) => (assessmentId === null ? key.startsWith(ofAll) : key === keptUnder(mark, assessmentId)));
  }, [assessmentId, mark]);
  return null;
}

/** A device that now belongs to this person keeps no answer of whoever had it before. */
export function ForgetOthers() {
  const { mark } = usePageOwner();
  useEffect(() => {
    forget((key) => key.startsWith(keptUnder("")) && !key.startsWith(keptUnder(mark)));
  }, [mark]);
  return null;
}

function forget(isMeant: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage).filter(isMeant)) localStorage.removeItem(key);
  } catch {
    // Storage is switched off, so nothing was kept.
  }
}
