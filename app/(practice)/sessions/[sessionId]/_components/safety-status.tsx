import { Flag } from "@/components/ui/flag";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { SafetyPanel } from "@/db/queries/safety/safety";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { gateWords } from "@/lib/safety/gate-words";
import { localDate } from "@/lib/time/zone";
import type { Clock } from "../../../_sessions/session-view";

type Props = { safety: SafetyPanel; clientId: string; clock: Clock };

/** On the screen of whoever prepares, and never on paper: somebody else may hold it. */
export function SafetyStatus({ safety, clientId, clock: { now, zone } }: Props) {
  const day = (at: Date) => formatLongDay(localDate(at, zone), localDate(now, zone));
  const { title, detail } = gateWords(safety.gate, day);
  const open = safety.openEvents.length;
  return (
    <Section id="safety" title="Safety" sub="On the screen alone: it is on no print of this page.">
      {open > 0 ? <Flag tone="risk">{counted(open, "open event")}</Flag> : null}
      <p>
        <b>{title}</b>. {detail}
      </p>
      <div className="mt-2">
        <LinkButton href={paths.client(clientId).safety} look="outline" small>
          All about safety
        </LinkButton>
      </div>
    </Section>
  );
}
