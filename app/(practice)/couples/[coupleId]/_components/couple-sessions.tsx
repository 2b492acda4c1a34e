import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Sessions } from "@/db/queries/appointments/appointments";
import { within } from "@/lib/paths";
import { SessionList } from "../../../_sessions/session-list";
import type { Clock } from "../../../_sessions/session-view";

type Props = { coupleId: string; sessions: Sessions; mayChange: boolean; clock: Clock };

const shown = 6;

/** The sessions of two together. Those of one of them alone stand on that person’s pages and nowhere here. */
export function CoupleSessions({ coupleId, sessions: { coming, past }, mayChange, clock }: Props) {
  const all = [...coming, ...past.slice(0, shown)];
  return (
    <Section
      id="sessions"
      title="Sessions of both"
      sub="Both read the same in their portals, and neither what the other asked for."
      action={
        mayChange ? (
          <LinkButton href={within("/sessions/new", `?couple=${coupleId}`)} look="outline" small>
            Book a session
          </LinkButton>
        ) : null
      }
    >
      {all.length > 0 ? (
        <SessionList label="Sessions of both" sessions={all} clock={clock} of="couple" />
      ) : (
        <Empty title="No session of both yet" />
      )}
    </Section>
  );
}
