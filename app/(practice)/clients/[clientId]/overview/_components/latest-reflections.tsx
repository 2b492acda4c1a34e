import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
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
          <Link href={messages} prefetch={false}>
            {practice.reflectionCount > practice.reflections.length
              ? `Answer, all ${practice.reflectionCount}`
              : "Answer"}
          </Link>
        ) : undefined
      }
    >
      {practice.reflections.length === 0 ? (
        <p className="sec">What {firstName} writes after an exercise appears here.</p>
      ) : (
        practice.reflections.map((one) => (
          <article className="refl" key={one.id}>
            <p className="meta">
              <b>{exerciseTitle(version, one.exercise)}</b>
              {one.form === "own" ? <span>{formWords.own}</span> : null}
              <span>{formatNearDay(one.date, today)}</span>
            </p>
            <blockquote>{one.words}</blockquote>
            <p className="meta">
              {one.anxietyBefore !== null && one.anxietyAfter !== null ? (
                <span>
                  Anxiety {one.anxietyBefore} before, {one.anxietyAfter} after
                </span>
              ) : null}
              {one.repliedAt ? (
                <span className="replied">
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
