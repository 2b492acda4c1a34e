import { LinkButton } from "@/components/ui/link-button";
import { formatMoment, inSentence } from "@/lib/format";

type Props = { reply: { body: string; sentAt: Date } | null; name: string; now: Date; zone: string };

const shownForDays = 14;

/** The therapist's latest words, for a while: Today lies open on a phone, and Messages keeps them. */
export function FromTherapist({ reply, name, now, zone }: Props) {
  if (!reply || now.getTime() - reply.sentAt.getTime() > shownForDays * 86_400_000) return null;
  return (
    <section className="task">
      <h2>
        From {name.split(" ")[0]}, {inSentence(formatMoment(reply.sentAt, now, zone))}
      </h2>
      <p className="read">{reply.body}</p>
      <LinkButton href="/portal/messages" look="quiet" flush>
        Write back
      </LinkButton>
    </section>
  );
}
