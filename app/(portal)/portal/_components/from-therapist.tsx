import type { Route } from "next";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";

type Props = {
  reply: { sentAt: Date } | null;
  documentSentAt: Date | null;
  name: string;
  now: Date;
  zone: string;
};

const shownForDays = 14;

/** That the therapist wrote or sent something, for a while, and never what: Today lies open on a phone. One tap on it counts as read. */
export function FromTherapist({ reply, documentSentAt, name, now, zone }: Props) {
  const first = firstNameOf(name);
  const isNews = (at: Date) => now.getTime() - at.getTime() <= shownForDays * 86_400_000;
  const when = (at: Date) => inSentence(formatMoment(at, now, zone));
  return (
    <>
      {reply && isNews(reply.sentAt) ? (
        <News words={`${first} wrote to you, ${when(reply.sentAt)}`} href="/portal/messages" way="Open Messages" />
      ) : null}
      {documentSentAt && isNews(documentSentAt) ? (
        <News
          words={`${first} put something here for you, ${when(documentSentAt)}`}
          href={paths.portal.documents}
          way="Go there"
        />
      ) : null}
    </>
  );
}

function News({ words, href, way }: { words: string; href: Route; way: string }) {
  return (
    <section className={task}>
      <h2>{words}</h2>
      <LinkButton href={href} look="quiet" flush>
        {way}
      </LinkButton>
    </section>
  );
}
