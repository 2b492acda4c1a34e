import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { formatMoment } from "@/lib/format";

type Props = { reply: { body: string; sentAt: Date } | null; name: string; now: Date; zone: string };

/** The therapist's latest words, if there are any. */
export function FromTherapist({ reply, name, now, zone }: Props) {
  if (!reply) return null;
  return (
    <section className="task">
      <h2>
        From {name.split(" ")[0]}, {formatMoment(reply.sentAt, now, zone)}
      </h2>
      <p className="read">{reply.body}</p>
      <LinkButton href={"/portal/messages" as Route} look="quiet" flush>
        Write back
      </LinkButton>
    </section>
  );
}
