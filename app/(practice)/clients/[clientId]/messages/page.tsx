import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import type { ComponentProps } from "react";
import { Letters } from "@/components/messages/letters";
import { WriteBox } from "@/components/messages/write-box";
import { OneButton } from "@/components/portal/one-button";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getReplies } from "@/db/queries/drafts/draft-at";
import { getClientCorrespondence, type Letter, type Reflection } from "@/db/queries/messages/correspondence";
import { nothingGiven } from "@/lib/drafts/draft";
import { placeName } from "@/lib/drafts/place";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { formWords } from "@/lib/protocol/own-steps";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { markRead, reply } from "./actions";

export const metadata: Metadata = { title: "Messages" };

const outcomes = { done: "Done", tried: "Tried and stopped", skipped: "Left out" } as const;

export default async function ClientMessagesPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => ({
    ...(await getClientCorrespondence(scope, clientId)),
    begun: await getReplies(scope, clientId),
  }));
  const { header, thread, reflections, now } = data;
  const { zone, accountId } = session.actor;
  const page = { clientId: header.id, until: now.toISOString() };
  const first = firstNameOf(header.name);
  const draftOf = (attemptId: string | null) => {
    const place = placeName({ kind: "reply", clientId: header.id, attemptId });
    return { place, given: data.begun.get(place) ?? nothingGiven };
  };
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
      <div className="max-w-190 [[data-tabs]+&]:mt-6.5 print:block">
        {header.unread > 0 && mayWrite ? (
          <OneButton action={markRead} fields={page} label="Mark all as read" busy="Saving…" small />
        ) : null}
        <Section id="reflections" title="Reflections" sub="What was written after exercises, newest first.">
          {reflections.length === 0 ? (
            <Empty title="No reflections yet">They appear here when {first} writes one after an exercise.</Empty>
          ) : (
            reflections.map((reflection) => (
              <Reflected
                key={reflection.attemptId}
                {...{ reflection, letter, today, mayWrite, page }}
                draft={draftOf(reflection.attemptId)}
              />
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
            <WriteBox
              action={reply}
              id={randomUUID()}
              fields={page}
              label={`Write to ${first}`}
              draft={draftOf(null)}
            />
          ) : (
            <p className="text-ink-2">
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
  draft: ComponentProps<typeof WriteBox>["draft"];
};

function Reflected({ reflection, letter, today, mayWrite, page, draft }: ReflectedProps) {
  const { attemptId, exercise, form, date, outcome, words, seen, replies } = reflection;
  const state = replies.length > 0 ? "Replied" : seen ? "Read" : "Unread";
  return (
    <article
      className="[&_[data-letters]]:mt-3 [&_[data-letters]]:mb-0 [&_[data-letters]]:ml-4 [&_[data-letters]]:mr-0 [&_form]:pb-3 mb-4.5 pb-4.5 border-b border-line last-of-type:m-0 last-of-type:pb-0 last-of-type:border-0 print:break-inside-avoid"
      id={`reflection-${attemptId}`}
    >
      <p className="flex gap-y-0.5 gap-x-3 flex-wrap text-ink-2 text-small">
        <b>{exercise}</b>
        {form === "own" ? <span>{formWords.own}</span> : null}
        <span>
          {outcomes[outcome]}, {inSentence(formatNearDay(date, today))}
        </span>
        <span>{state}</span>
      </p>
      <blockquote className="mt-1.5 mb-2 font-normal text-base leading-quote font-serif whitespace-pre-line">
        {words}
      </blockquote>
      {replies.length > 0 ? <Letters label={`Replies about ${exercise}`} letters={replies.map(letter)} /> : null}
      {mayWrite ? (
        <details className="print:hidden" open={draft.given.words !== null || undefined}>
          <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
            {replies.length > 0 ? "Reply again" : "Reply"}
          </summary>
          <WriteBox
            action={reply}
            id={randomUUID()}
            fields={{ ...page, attemptId }}
            label="Your reply"
            rows={3}
            draft={draft}
          />
        </details>
      ) : null}
    </article>
  );
}
