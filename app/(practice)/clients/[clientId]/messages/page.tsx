import type { Metadata } from "next";
import { Letters } from "@/components/messages/letters";
import { SeenWhenShown } from "@/components/messages/seen-when-shown";
import { OneButton } from "@/components/portal/one-button";
import { Columns } from "@/components/shell/columns";
import { Empty } from "@/components/ui/empty";
import { ForAWhile } from "@/components/ui/for-a-while";
import { Section } from "@/components/ui/section";
import { getReplies } from "@/db/queries/drafts/draft-at";
import { getClientCorrespondence } from "@/db/queries/messages/correspondence";
import { firstNameOf } from "@/lib/first-name";
import { counted } from "@/lib/plural";
import { loadClient } from "@/server/load-client";
import { AnswerBox } from "../../../_messages/answer-box";
import { begunIn } from "../../../_messages/begun";
import { letterView } from "../../../_messages/letter-view";
import { Reflected } from "../../../_messages/reflected";
import { ClientPage } from "../_shell/client-page";
import { markRead, seen, unmark } from "./actions";
import { markedAt } from "./marked-at";

export const metadata: Metadata = { title: "Messages" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<{ marked?: string }> };

export default async function ClientMessagesPage({ params, searchParams }: Props) {
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => ({
    ...(await getClientCorrespondence(scope, clientId)),
    begun: await getReplies(scope, clientId),
  }));
  const { header, thread, reflections, now } = data;
  const { zone, accountId } = session.actor;
  const page = { clientId: header.id, until: now.toISOString() };
  const first = firstNameOf(header.name);
  const draftOf = begunIn(data.begun, header.id);
  const mayWrite = session.actor.role === "owner" || header.therapistId === accountId || header.isCovered;
  const letter = letterView(now, zone, mayWrite);
  const marked = mayWrite ? markedAt((await searchParams).marked, now) : null;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="messages">
      <SeenWhenShown action={seen} fields={{ clientId: header.id }}>
        <Columns
          sideLabel="Reflections"
          main={
            <Section
              id="thread"
              title={`You and ${first}`}
              sub={`The portal says when you work, and that nobody watches it around the clock. You see when ${first} has opened what you wrote, and ${first} sees when you have read.`}
              action={
                header.unread > 0 && mayWrite ? (
                  <OneButton
                    action={markRead}
                    fields={page}
                    label={`Mark all ${header.unread} as read`}
                    busy="Saving…"
                    look="outline"
                    small
                  />
                ) : null
              }
            >
              {marked ? (
                <ForAWhile ms={marked.left}>
                  <div className="mb-3 flex flex-wrap items-center gap-2.5 print:hidden" role="status">
                    <span>All marked as read.</span>
                    <OneButton
                      action={unmark}
                      fields={{ clientId: header.id, at: marked.at }}
                      label="Undo"
                      busy="Undoing…"
                      look="outline"
                      small
                    />
                  </div>
                </ForAWhile>
              ) : null}
              {thread.length > 0 ? (
                <Letters label="Messages, oldest first" letters={thread.map(letter)} />
              ) : (
                <Empty title="No messages yet" />
              )}
              <AnswerBox
                thread={thread}
                first={first}
                now={now}
                writer={mayWrite ? null : header.therapistName}
                page={page}
                draft={draftOf(null)}
              />
            </Section>
          }
          side={
            <Section
              id="reflections"
              title="Reflections"
              sub={
                reflections.length > 0
                  ? `${counted(reflections.length, "reflection")} after exercises, newest first.`
                  : undefined
              }
            >
              {reflections.length === 0 ? (
                <Empty title="No reflections yet">They appear here when {first} writes one after an exercise.</Empty>
              ) : (
                reflections.map((reflection) => (
                  <Reflected
                    key={reflection.attemptId}
                    {...{ reflection, letter, now, today, mayWrite, page }}
                    draft={draftOf(reflection.attemptId)}
                  />
                ))
              )}
            </Section>
          }
        />
      </SeenWhenShown>
    </ClientPage>
  );
}
