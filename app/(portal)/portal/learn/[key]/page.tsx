import type { Metadata, Route } from "next";
import Link from "next/link";
import { OneButton } from "@/components/portal/one-button";
import { Icon } from "@/components/ui/icon";
import { getReadingMarks } from "@/db/queries/reading-marks";
import { NotFound } from "@/lib/domain/errors";
import { readingMinutes } from "@/lib/domain/learn/reading";
import { readingOf } from "@/lib/domain/learn/readings";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../../_shell/portal-page";
import { markRead } from "./actions";

export const metadata: Metadata = { title: "A short reading" };

export default async function ReadingPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const { data } = await loadForClient(async (scope) => {
    const reading = readingOf(key);
    if (!reading) throw new NotFound();
    return { reading, isRead: (await getReadingMarks(scope)).includes(key) };
  });
  const { reading, isRead } = data;
  return (
    <PortalPage>
      <article className="reading">
        <Link className="crumb" href={"/portal/learn" as Route} prefetch={false}>
          <Icon name="back" small />
          Learn
        </Link>
        <h1>{reading.title}</h1>
        <p className="sec">About {readingMinutes(reading)} minutes</p>
        {reading.sections.map((section) => (
          <section key={section.heading ?? "start"}>
            {section.heading ? <h2>{section.heading}</h2> : null}
            {section.paragraphs.map((paragraph) => (
              <p className="read" key={paragraph}>
                {paragraph}
              </p>
            ))}
          </section>
        ))}
        <section className="task">
          <h2>Something to take along</h2>
          <p className="read">{reading.question}</p>
        </section>
        {isRead ? (
          <p className="sec">You have read this one.</p>
        ) : (
          <OneButton action={markRead} fields={{ key }} label="Mark as read" busy="Saving…" />
        )}
      </article>
    </PortalPage>
  );
}
