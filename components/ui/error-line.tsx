import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = {
  id?: string | undefined;
  /** Said at once, where nothing else takes the reader to it. */
  announce?: boolean;
  children: ReactNode;
};

/** The sentence under a control that says what to do next. `data-error` is where a refused form looks for its first fault. */
export function ErrorLine({ id, announce = false, children }: Props) {
  return (
    <p
      className="mt-1.5 flex gap-1.5 text-small text-ink portal:text-body [&>svg]:mt-px"
      data-error
      id={id}
      role={announce ? "alert" : undefined}
    >
      <Icon name="warning" small />
      <span>{children}</span>
    </p>
  );
}
