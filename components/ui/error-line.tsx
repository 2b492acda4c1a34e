import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** The sentence under a control that says what to do next. */
export function ErrorLine({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="mt-1.5 flex gap-1.5 text-small text-ink portal:text-body [&>svg]:mt-px" data-error id={id}>
      <Icon name="warning" small />
      <span>{children}</span>
    </p>
  );
}
