import type { ComponentProps } from "react";
import { PauseBox } from "@/components/shell/portal-shell";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { NotSafeNow } from "./not-safe-now";

/** Docked on Today and on every exercise: a pause, and "I don't feel safe". */
export function PauseDock(props: ComponentProps<typeof NotSafeNow>) {
  return (
    <PauseBox
      title="Need a pause?"
      sub="Stopping is always allowed. You don’t have to explain."
      pause={
        <LinkButton href={paths.portal.pause}>
          <Icon name="pause" />I need a pause
        </LinkButton>
      }
      unsafe={<NotSafeNow {...props} />}
    />
  );
}
