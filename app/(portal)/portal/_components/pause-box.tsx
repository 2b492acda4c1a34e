import type { Route } from "next";
import { PauseBox } from "@/components/shell/portal-shell";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";

/** The pause is one tap away from Today, whatever else is open. */
export function Pause({ partner }: { partner: string }) {
  return (
    <PauseBox
      title="Need a pause?"
      sub={`Name the fear, take 20 minutes, and tell ${partner} you’ll be back.`}
      pause={
        <LinkButton href={"/portal/pause" as Route}>
          <Icon name="pause" />I need a pause
        </LinkButton>
      }
    />
  );
}
