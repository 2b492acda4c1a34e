import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Letters } from "@/components/messages/letters";
import { WriteBox } from "@/components/messages/write-box";
import { task } from "@/components/shell/task";
import { seeOwnReplies } from "@/db/commands/messages/mark-seen";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getGiven, unlessLocked } from "@/db/queries/drafts/draft-at";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getOwnCorrespondence, type Letter, type Reflection } from "@/db/queries/messages/correspondence";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { dangerSentence } from "@/lib/safety/region-contacts";
import { readsWords } from "@/lib/safety/told-words";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import { send } from "./actions";
import "../../../beyond-today.css";
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
    if (!words.areLocked) await seeOwnReplies(scope);
    return { ...written, words, therapist, begun, now: scope.now };
  });
  const { zone } = session.actor;
  const therapist = firstNameOf(data.therapistName);
  const letter = ({ id, body, sentAt, fromClient, author }: Letter) => ({
    id,
    body,
    when: inSentence(formatMoment(sentAt, data.now, zone)),
    author: fromClient ? "You" : author,
    mine: fromClient,
  });
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Messages</h1>
        <p className="mt-4 py-2.5 px-4 border-l-4 border-primary bg-primary-tint">{dangerSentence(data.help)}</p>
      </section>
      <section className={task}>
        <h2>You and {therapist}</h2>
        <p className="text-ink-2">
          {readsWords(data.therapist, (date) => formatNearDay(date, localDate(data.now, zone)))}
        </p>
        {data.thread.length > 0 || data.words.areLocked ? (
          <OwnWords words={data.words}>
            <Letters label="Messages, oldest first" letters={data.thread.map(letter)} folded />
          </OwnWords>
        ) : (
          <p>Nothing here yet. Write when you like.</p>
        )}
        <WriteBox
          action={send}
          id={randomUUID()}
          label={`Write to ${therapist}`}
          draft={{ place: "message", given: unlessLocked(data.begun, data.words) }}
          folds
        />
      </section>
      {data.reflections.length > 0 && !data.words.areLocked ? (
        <section className={task}>
          <h2>What you wrote after exercises</h2>
          {data.reflections.map((reflection) => (
            <Reflected key={reflection.attemptId} reflection={reflection} letter={letter} now={data.now} zone={zone} />
          ))}
        </section>
      ) : null}
    </PortalPage>
  );
}

type ReflectedProps = {
  reflection: Reflection;
  letter: (letter: Letter) => Parameters<typeof Letters>[0]["letters"][number];
  now: Date;
  zone: string;
};

function Reflected({ reflection, letter, now, zone }: ReflectedProps) {
  return (
    <article className="[h2+&]:border-t-0 [&_[data-letters]]:mt-3 [&_[data-letters]]:mb-0 [&_[data-letters]]:ml-4 [&_[data-letters]]:mr-0 py-4 border-t border-line">
      <h3>
        {reflection.exercise}, {inSentence(formatNearDay(reflection.date, localDate(now, zone)))}
      </h3>
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
