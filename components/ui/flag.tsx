"use client";

import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

export type FlagTone = "risk" | "attention" | "review" | "starting" | "on-track";

const icons: Record<FlagTone, IconName | null> = {
  risk: "stop",
  attention: "warning",
  review: "document",
  starting: "clock",
  "on-track": null,
};

const flag = cva("look-flag", {
  variants: {
    tone: {
      risk: "text-risk",
      attention: "text-amber",
      review: "text-ink [&>svg]:text-primary",
      starting: "text-ink [&>svg]:text-primary",
      "on-track": "font-normal text-ink-3",
    },
  },
});

/** A sentence that a colleague would say, with the icon of its kind. */
export function Flag({ tone, children }: { tone: FlagTone; children: ReactNode }) {
  const icon = icons[tone];
  return (
    <span className={flag({ tone })} data-flag={tone}>
      {icon ? <Icon name={icon} small /> : null}
      <span>{children}</span>
    </span>
  );
}
