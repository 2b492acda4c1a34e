import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Letters } from "@/components/messages/letters";
import { WriteBox } from "@/components/messages/write-box";
import { OneButton } from "@/components/portal/one-button";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getClientCorrespondence, type Letter, type Reflection } from "@/db/queries/messages/correspondence";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { formWords } from "@/lib/protocol/own-steps";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { markRead, reply } from "./actions";

export const metadata: Metadata = { title: "Messages" };

const outcomes = { done: "Done", tried: "Tried and stopped", skipped: "Left out" } as const;

export default async function ClientMessagesPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getClientCorrespondence);
  const { header, thread, reflections, now } = data;
  const { zone, accountId } = session.actor;
  const page = { clientId: header.id, until: now.toISOString() };
  const first = firstNameOf(header.name);
  const mayWrite = session.actor.role === "owner" || header.therapistId === accountId;
  const letter = ({ id, body, sentAt, fromClient, author, readAt }: Letter) => ({
    id,
    body,
    when: formatMoment(sentAt, now, zone),
    author,
    mine: !fromClient,
    note: fromClient && !readAt ? "Unread" : undefined,
  });
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="messages">
      <div className="overview correspondence">
        {header.unread > 0 && mayWrite ? (
          <OneButton action={markRead} fields={page} label="Mark all as read" busy="Saving…" small />
        ) : null}
        <Section id="reflections" title="Reflections" sub="What was written after exercises, newest first.">
          {reflections.length === 0 ? (
            <Empty title="No reflections yet">They appear here when {first} writes one after an exercise.</Empty>
          ) : (
            reflections.map((reflection) => (
              <Reflected key={reflection.attemptId} {...{ reflection, letter, today, mayWrite, page }} />
            ))
          )}
        </Section>
        <Section
          id="thread"
          title={`You and ${first}`}
          sub="The portal says that messages are not watched around the clock."
        >
          {thread.length > 0 ? (
            <Letters label="Messages, oldest first" letters={thread.map(letter)} />
          ) : (
            <Empty title="No messages yet" />
          )}
          {mayWrite ? (
            <WriteBox action={reply} id={randomUUID()} fields={page} label={`Write to ${first}`} />
          ) : (
            <p className="sec">
              Only {header.therapistName} writes to {first}.
            </p>
          )}
        </Section>
      </div>
    </ClientPage>
  );
}

type ReflectedProps = {
  reflection: Reflection;
  letter: (letter: Letter) => Parameters<typeof Letters>[0]["letters"][number];
  today: string;
  mayWrite: boolean;
  page: { clientId: string; until: string };
};

function Reflected({ reflection, letter, today, mayWrite, page }: ReflectedProps) {
  const { attemptId, exercise, form, date, outcome, words, seen, replies } = reflection;
  const state = replies.length > 0 ? "Replied" : seen ? "Read" : "Unread";
  return (
    <article className="refl" id={`reflection-${attemptId}`}>
      <p className="meta">
        <b>{exercise}</b>
        {form === "own" ? <span>{formWords.own}</span> : null}
        <span>
          {outcomes[outcome]}, {inSentence(formatNearDay(date, today))}
        </span>
        <span>{state}</span>
      </p>
      <blockquote>{words}</blockquote>
      {replies.length > 0 ? <Letters label={`Replies about ${exercise}`} letters={replies.map(letter)} /> : null}
      {mayWrite ? (
        <details>
          <summary>{replies.length > 0 ? "Reply again" : "Reply"}</summary>
          <WriteBox action={reply} id={randomUUID()} fields={{ ...page, attemptId }} label="Your reply" rows={3} />
        </details>
      ) : null}
    </article>
  );
}
