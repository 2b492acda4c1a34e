import type { Metadata } from "next";
import Link from "next/link";
import { Letters } from "@/components/messages/letters";
import { SeenWhenShown } from "@/components/messages/seen-when-shown";
import { Columns } from "@/components/shell/columns";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getReplies } from "@/db/queries/drafts/draft-at";
import { getInbox, type InboxEntry } from "@/db/queries/messages/inbox";
import { atOnce } from "@/lib/at-once";
import type { Given } from "@/lib/drafts/draft";
import { firstNameOf } from "@/lib/first-name";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { AnswerBox } from "../_messages/answer-box";
import { begunIn } from "../_messages/begun";
import { letterView } from "../_messages/letter-view";
import { Reflected } from "../_messages/reflected";
import { PracticePage } from "../_shell/practice-page";
import { seen } from "../clients/[clientId]/messages/actions";

export const metadata: Metadata = { title: "Inbox" };

/** Everything that waits to be read, with a box to answer in at its place: nobody has to be opened for it. */
export default async function InboxPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { inbox, begun } = await atOnce({ inbox: getInbox(scope), begun: getReplies(scope) });
    return { ...inbox, begun, now: scope.now };
  });
  const { entries, more, now } = data;
  return (
    <PracticePage session={session}>
      <PageHead
        title="Inbox"
        sub={
          entries.length === 0
            ? "Nothing waits to be read."
            : `From ${counted(entries.length + more, "client")}, the longest waiting first. What was on your screen counts as read.`
        }
      />
      {entries.length === 0 ? (
        <Empty title="All read">
          What your clients write to you, and after exercises, appears here at once. Each client’s page keeps all of it.
        </Empty>
      ) : (
        entries.map((entry) => (
          <Entry key={entry.clientId} entry={entry} begun={data.begun} now={now} zone={session.actor.zone} />
        ))
      )}
      {more > 0 ? (
        <p className="text-ink-2">{counted(more, "more client")} will follow once some of these are read.</p>
      ) : null}
    </PracticePage>
  );
}

type EntryProps = { entry: InboxEntry; begun: ReadonlyMap<string, Given>; now: Date; zone: string };

function Entry({ entry, begun, now, zone }: EntryProps) {
  const { clientId, name, thread, reflections, standsInFor } = entry;
  const page = { clientId, until: now.toISOString() };
  const letter = letterView(now, zone, true);
  const first = firstNameOf(name);
  const draftOf = begunIn(begun, clientId);
  return (
    <SeenWhenShown action={seen} fields={{ clientId }}>
      <Columns
        sideLabel={`Answer ${name}`}
        main={
          <Section
            id={`from-${clientId}`}
            title={name}
            sub={standsInFor ? `You stand in for ${standsInFor}. What you write is signed with your name.` : undefined}
            action={
              <Link href={paths.client(clientId).messages} prefetch={false}>
                All with {first}
              </Link>
            }
          >
            {thread.length > 0 ? (
              <Letters label={`Messages with ${name}, oldest first`} letters={thread.map(letter)} />
            ) : null}
            {reflections.map((reflection) => (
              <Reflected
                key={reflection.attemptId}
                {...{ reflection, letter, now, page }}
                mayWrite
                today={localDate(now, entry.zone)}
                draft={draftOf(reflection.attemptId)}
              />
            ))}
          </Section>
        }
        side={
          <div className="mb-10 desk:sticky desk:top-6 desk:pt-3">
            <AnswerBox thread={thread} first={first} now={now} writer={null} page={page} draft={draftOf(null)} />
          </div>
        }
      />
    </SeenWhenShown>
  );
}
