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

export function Notice({ tone, title, children, actions, announce = false }: Props) {
  return (
    <div className={tone === "attention" ? "notice" : `notice ${tone}`} role={announce ? "alert" : undefined}>
      <div className="body">
        {tone === "plain" ? <span className="strong">{title}</span> : <Flag tone={flags[tone]}>{title}</Flag>}
        {children ? <span>{children}</span> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
