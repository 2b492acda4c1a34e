"use client";

import { useGuideValues } from "@/components/portal/guide-values";

/** The person's own words from an earlier step; nothing when there are none. */
export function Echo({ field, label }: { field: string; label: string }) {
  const words = useGuideValues()[field];
  if (!words) return null;
  return (
    <div className="echo">
      <p className="sec sm">{label}</p>
      <p className="read">{words}</p>
    </div>
  );
}
