import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Letters } from "@/components/messages/letters";
import { SeenWhenShown } from "@/components/messages/seen-when-shown";
import { TakeBack } from "@/components/messages/take-back";
import { WriteBox } from "@/components/messages/write-box";
import { OneButton } from "@/components/portal/one-button";
import { task } from "@/components/shell/task";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getGiven, unlessLocked } from "@/db/queries/drafts/draft-at";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getOwnCorrespondence, type Letter, type Reflection } from "@/db/queries/messages/correspondence";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { toldReadAt, undoLeft } from "@/lib/messages/hold";
import { readWords } from "@/lib/messages/read-words";
import { signed } from "@/lib/messages/signed";
import { dangerSentence } from "@/lib/safety/region-contacts";
import { readsWords } from "@/lib/safety/told-words";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { pageOwner } from "@/server/page-mark";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import { markSeen, seen, send, takeBack } from "./actions";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "Messages" };

export default async function MessagesPage() {
  const { data, session } = await loadForClient(async (scope) => {
    const { written, words, therapist, begun } = await atOnce({
      begun: getGiven(scope, { kind: "message" }),
      written: getOwnCorrespondence(scope),
      words: getOwnWords(scope),
      therapist: getOwnTherapist(scope),
    });
    return { ...written, words, therapist, begun, now: scope.now };
  });
  const { zone } = session.actor;
  const therapist = firstNameOf(data.therapistName);
  const moment = (at: Date) => inSentence(formatMoment(at, data.now, zone));
  const letter = ({ id, body, sentAt, fromClient, author, standsInFor, readAt, readBy }: Letter) => ({
    id,
    body,
    when: moment(sentAt),
    author: fromClient ? "You" : signed(author, standsInFor),
    mine: fromClient,
    note: fromClient ? readWords(toldReadAt(readAt, data.now), readBy, moment) : undefined,
    isNew: !fromClient && readAt === null,
  });
  const held = data.thread
    .filter(({ isOwn }) => isOwn)
    .map(({ id, sentAt }) => ({ id, left: undoLeft(sentAt, data.now) }))
    .filter(({ left }) => left > 0);
  const unseen = [...data.thread, ...data.reflections.flatMap(({ replies }) => replies)]
    .filter(({ fromClient, readAt }) => !fromClient && readAt === null)
    .map(({ id }) => id);
  const boxId = randomUUID();
  return (
    <PortalPage afterwards="works">
      <section className="desk:col-span-full">
        <h1>Messages</h1>
        <p className="mt-4 py-2.5 px-4 border-l-4 border-primary bg-primary-tint">{dangerSentence(data.help)}</p>
      </section>
      <section className={task}>
        <h2>You and {therapist}</h2>
        {data.thread.length > 0 || data.words.areLocked ? (
          <OwnWords words={data.words}>
            <SeenWhenShown action={seen}>
              <Letters label="Messages, oldest first" letters={data.thread.map(letter)} folded />
            </SeenWhenShown>
            <p className="text-small text-ink-2">
              {therapist} sees when you have opened a message, as you see here when yours were read.
            </p>
            {unseen.length > 0 ? (
              <div className="hidden noscript:block">
                <OneButton
                  action={markSeen}
                  fields={{ shown: unseen.join(",") }}
                  label="I have read what is new"
                  busy="Saving…"
                  look="outline"
                />
              </div>
            ) : null}
          </OwnWords>
        ) : (
          <p>Nothing here yet.{pageOwner().readable ? "" : " Write when you like."}</p>
        )}
        {pageOwner().readable ? null : (
          <>
            <WriteBox
              action={send}
              id={boxId}
              label={`Write to ${therapist}`}
              hint={readsWords(data.therapist, (date) => formatNearDay(date, localDate(data.now, zone)), zone)}
              draft={{ place: "message", given: unlessLocked(data.begun, data.words) }}
              folds
            />
            <TakeBack action={takeBack} held={held} boxId={`body-${boxId}`} />
          </>
        )}
      </section>
      {data.reflections.length > 0 && !data.words.areLocked ? (
        <section className={task}>
          <h2>What you wrote after exercises</h2>
          <SeenWhenShown action={seen}>
            {data.reflections.map((reflection) => (
              <Reflected
                key={reflection.attemptId}
                reflection={reflection}
                letter={letter}
                read={readWords(toldReadAt(reflection.seenAt, data.now), reflection.seenBy, moment)}
                now={data.now}
                zone={zone}
              />
            ))}
          </SeenWhenShown>
        </section>
      ) : null}
    </PortalPage>
  );
}

type ReflectedProps = {
  reflection: Reflection;
  letter: (letter: Letter) => Parameters<typeof Letters>[0]["letters"][number];
  /** That it was read, and by whom. */
  read: string | undefined;
  now: Date;
  zone: string;
};

function Reflected({ reflection, letter, read, now, zone }: ReflectedProps) {
  return (
    <article className="[h2+&]:border-t-0 [&_[data-letters]]:mt-3 [&_[data-letters]]:mb-0 [&_[data-letters]]:ml-4 [&_[data-letters]]:mr-0 py-4 border-t border-line">
      <h3>
        {reflection.exercise}, {inSentence(formatNearDay(reflection.date, localDate(now, zone)))}
      </h3>
      {read ? <p className="text-small text-ink-2">{read}</p> : null}
      <details>
        <summary>Your words</summary>
        <p className="reading">{reflection.words}</p>
      </details>
      {reflection.replies.length > 0 ? (
        <Letters label={`Replies about ${reflection.exercise}`} letters={reflection.replies.map(letter)} folded />
      ) : null}
    </article>
  );
}
