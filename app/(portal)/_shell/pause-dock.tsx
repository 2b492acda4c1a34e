import { NotSafeButton } from "@/components/portal/not-safe-button";
import { PauseBox } from "@/components/shell/portal-shell";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { notSafe } from "../portal/safe/actions";

/** Docked on Today and on every exercise: a pause, and "I don't feel safe". `place` is the exercise's key. */
export function PauseDock({ place }: { place?: string | undefined }) {
  return (
    <PauseBox
      title="Need a pause?"
      sub="Stopping is always allowed. You don’t have to explain."
      pause={
        <LinkButton href={paths.portal.pause}>
          <Icon name="pause" />I need a pause
        </LinkButton>
      }
      unsafe={<NotSafeButton action={notSafe} place={place} words="I don’t feel safe" busy="One moment…" />}
    />
  );
}
