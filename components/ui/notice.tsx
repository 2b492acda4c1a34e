import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Flag, type FlagTone } from "@/components/ui/flag";

type Props = {
  tone: "attention" | "risk" | "plain";
  title: ReactNode;
  children?: ReactNode;
  /** At most two. */
  actions?: ReactNode;
  /** A new safety event is announced once; everything else waits to be read. */
  announce?: boolean;
};

const flags: Record<Props["tone"], FlagTone> = { attention: "attention", risk: "risk", plain: "on-track" };

const notice = cva(
  [
    "mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-l-4 py-2.25 pr-2.5 pl-4 [&_details]:mt-1 [&_details]:flex-[1_1_100%]",
    "door:mt-0 in-[details]:mt-0 print:border print:border-[#999] print:bg-transparent",
    "forced-colors:border forced-colors:border-l-4 forced-colors:border-[CanvasText]",
  ],
  {
    variants: {
      tone: {
        attention: "border-amber-mark bg-amber-tint",
        risk: "border-risk bg-risk-tint",
        plain: "border-primary bg-primary-tint",
      },
    },
  },
);

/** A tinted sentence with its actions. `data-notice` is for parts that set one close to what it is about. */
export const asNotice = (tone: Props["tone"]): { className: string; "data-notice": "" } => ({
  className: notice({ tone }),
  "data-notice": "",
});

export function Notice({ tone, title, children, actions, announce = false }: Props) {
  return (
    <div {...asNotice(tone)} role={announce ? "alert" : undefined}>
      <div className="flex min-w-0 flex-[1_1_320px] flex-wrap gap-x-3 gap-y-0.5 text-ink-2 max-desk:basis-full">
        {tone === "plain" ? (
          <span className="font-strong text-ink">{title}</span>
        ) : (
          <Flag tone={flags[tone]}>{title}</Flag>
        )}
        {children ? <span>{children}</span> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </div>
  );
}
