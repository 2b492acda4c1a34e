import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { ClientPractice } from "@/db/queries/clients/client-practice";
import { formatMoment, formatNearDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { formWords } from "@/lib/protocol/own-steps";
import { exerciseTitle } from "../practice-view";

type Props = {
  practice: ClientPractice;
  version: ProtocolVersion | null;
  clientId: string;
  firstName: string;
  today: string;
  now: Date;
  zone: string;
};

/** The newest words of the client, with what their body said and whether they were answered. */
export function LatestReflections({ practice, version, clientId, firstName, today, now, zone }: Props) {
  const messages = paths.client(clientId).messages;
  return (
    <Section
      id="reflections"
      title="Reflections"
      action={
        practice.reflectionCount > 0 ? (
          <Link
            className="py-1 flex-none text-small max-desk:-my-3 max-desk:py-3 print:hidden"
            href={messages}
            prefetch={false}
          >
            {practice.reflectionCount > practice.reflections.length
              ? `Answer, all ${practice.reflectionCount}`
              : "Answer"}
          </Link>
        ) : undefined
      }
    >
      {practice.reflections.length === 0 ? (
        <p className="text-ink-2">What {firstName} writes after an exercise appears here.</p>
      ) : (
        practice.reflections.map((one) => (
          <article
            className="[&_[data-letters]]:mt-3 [&_[data-letters]]:mb-0 [&_[data-letters]]:ml-4 [&_[data-letters]]:mr-0 [&_form]:pb-3 mb-4.5 pb-4.5 border-b border-line last-of-type:m-0 last-of-type:pb-0 last-of-type:border-0 print:break-inside-avoid"
            key={one.id}
          >
            <p className="flex gap-y-0.5 gap-x-3 flex-wrap text-ink-2 text-small">
              <b>{exerciseTitle(version, one.exercise)}</b>
              {one.form === "own" ? <span>{formWords.own}</span> : null}
              <span>{formatNearDay(one.date, today)}</span>
            </p>
            <blockquote
              className="mt-1.5 mb-2 font-normal text-base leading-quote font-serif whitespace-pre-line"
              {...theirWords}
            >
              {one.words}
            </blockquote>
            <p className="flex gap-y-0.5 gap-x-3 flex-wrap text-ink-2 text-small">
              {one.anxietyBefore !== null && one.anxietyAfter !== null ? (
                <span>
                  Anxiety {one.anxietyBefore} before, {one.anxietyAfter} after
                </span>
              ) : null}
              {one.repliedAt ? (
                <span className="inline-flex gap-1.25 items-center text-primary">
                  <Icon name="check" small /> Replied {formatMoment(one.repliedAt, now, zone)}
                </span>
              ) : null}
            </p>
          </article>
        ))
      )}
    </Section>
  );
}
