"use client";

import { useGuideValues } from "@/components/portal/guide-values";
import { theirWords } from "@/components/ui/their-words";

/** The person's own words from an earlier step; nothing when there are none. */
export function Echo({ field, label }: { field: string; label: string }) {
  const words = useGuideValues()[field];
  if (!words) return null;
  return (
    <div className="pl-4 border-l-3 border-primary">
      <p className="text-ink-2 text-small">{label}</p>
      <p className="reading" {...theirWords}>
        {words}
      </p>
    </div>
  );
}
