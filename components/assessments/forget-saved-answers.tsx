"use client";

import { useEffect } from "react";
import { sealPlain, sittingPlace } from "@/components/assessments/waiting-answers";
import { forgetOthers, forgetSealed } from "@/components/drafts/sealed-store";
import { usePageOwner } from "@/components/forms/page-owner";

/**
 * Once a sitting is sent, nothing of it stays on any device that it was answered on. Without an id every sitting is
 * meant: a device that was handed back keeps nobody's answers.
 */
export function ForgetSavedAnswers({ assessmentId }: { assessmentId: string | null }) {
  const { mark } = usePageOwner();
  useEffect(() => {
    const isMeant = (at: { mark: string; place: string }) =>
      assessmentId === null
        ? at.place.startsWith(sittingPlace())
        : at.mark === mark && at.place === sittingPlace(assessmentId);
    void sealPlain(mark).then(() => forgetSealed(isMeant));
  }, [assessmentId, mark]);
  return null;
}

/** A device that now belongs to this person keeps nothing of whoever had it before. */
export function ForgetOthers() {
  const { mark } = usePageOwner();
  useEffect(() => {
    void sealPlain(mark).then(() => forgetOthers(mark));
  }, [mark]);
  return null;
}
