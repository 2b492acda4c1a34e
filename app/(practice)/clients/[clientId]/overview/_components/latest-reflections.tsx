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

/** Said once, for all of them. */
const reflected = [
  "divide-y divide-line *:py-4.5 *:first:pt-0 *:last:pb-0 *:print:break-inside-avoid",
  "[&_p]:flex [&_p]:flex-wrap [&_p]:gap-x-3 [&_p]:gap-y-0.5 [&_p]:text-small [&_p]:text-ink-2",
  "[&_blockquote]:mt-1.5 [&_blockquote]:mb-2 [&_blockquote]:font-serif [&_blockquote]:text-base [&_blockquote]:leading-quote [&_blockquote]:whitespace-pre-line",
].join(" ");

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
        <div className={reflected}>
          {practice.reflections.map((one) => (
            <article key={one.id}>
              <p>
                <b>{exerciseTitle(version, one.exercise)}</b>
                {one.form === "own" ? <span>{formWords.own}</span> : null}
                <span>{formatNearDay(one.date, today)}</span>
              </p>
              <blockquote {...theirWords}>{one.words}</blockquote>
              <p>
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
          ))}
        </div>
      )}
    </Section>
  );
}
