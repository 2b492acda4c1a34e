import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";

type Props = { reply: { sentAt: Date } | null; name: string; now: Date; zone: string };

const shownForDays = 14;

/** That the therapist wrote, for a while, and never what: Today lies open on a phone. One tap on is Messages, where it counts as read. */
export function FromTherapist({ reply, name, now, zone }: Props) {
  if (!reply || now.getTime() - reply.sentAt.getTime() > shownForDays * 86_400_000) return null;
  const first = firstNameOf(name);
  return (
    <section className={task}>
      <h2>
        {first} wrote to you, {inSentence(formatMoment(reply.sentAt, now, zone))}
      </h2>
      <LinkButton href="/portal/messages" look="quiet" flush>
        Open Messages
      </LinkButton>
    </section>
  );
}
