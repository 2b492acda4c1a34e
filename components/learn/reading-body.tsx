import type { ReactNode } from "react";
import { type Reading, readingMinutes } from "@/lib/learn/reading";
import { aboutMinutes } from "@/lib/time/minutes";

type Props = {
  reading: Reading;
  /** The level of the title: a page of its own, or a part of one. */
  level?: 1 | 2;
  /** Stands between the reading and its question: fixed words that nobody edits. */
  children?: ReactNode;
};

/** A reading as a client sees it. */
export function ReadingBody({ reading, level = 1, children }: Props) {
  const [Title, Heading] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  return (
    <>
      <Title className="reading-title">{reading.title}</Title>
      <p className="sec">{aboutMinutes(readingMinutes(reading), true)}</p>
      {reading.sections.map((section) => (
        <section key={section.heading ?? "start"}>
          {section.heading ? <Heading className="reading-heading">{section.heading}</Heading> : null}
          {section.paragraphs.map((paragraph) => (
            <p className="read" key={paragraph}>
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      {children}
      <section className="task">
        <Heading>Something to take along</Heading>
        <p className="read">{reading.question}</p>
      </section>
    </>
  );
}
