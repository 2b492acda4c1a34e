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

/** In the practice its headings stand lower, and look as they do for a client all the same. */
const title = "practice:font-serif practice:text-page practice:leading-title practice:font-medium";
export const heading = "practice:font-serif practice:text-heading practice:leading-snug practice:font-title";

/** A reading as a client sees it. */
export function ReadingBody({ reading, level = 1, children }: Props) {
  const [Title, Heading] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  return (
    <>
      <Title className={title}>{reading.title}</Title>
      <p className="text-ink-2">{aboutMinutes(readingMinutes(reading), true)}</p>
      {reading.sections.map((section) => (
        <section className="grid gap-3.5" key={section.heading ?? "start"}>
          {section.heading ? <Heading className={heading}>{section.heading}</Heading> : null}
          {section.paragraphs.map((paragraph) => (
            <p className="reading" key={paragraph}>
              {paragraph}
            </p>
          ))}
        </section>
      ))}
      {children}
      <section className="look-part grid gap-3.5">
        <Heading className={heading}>Something to take along</Heading>
        <p className="reading mt-1 mb-1.5">{reading.question}</p>
      </section>
    </>
  );
}
