import type { ReactNode } from "react";
import { type Reading, readingMinutes } from "@/lib/learn/reading";
import { type ReadingTable, tableOf } from "@/lib/learn/reading-table";
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
          {section.paragraphs.map((paragraph) => {
            const table = tableOf(paragraph);
            return table ? (
              <TableBody table={table} key={paragraph} />
            ) : (
              <p className="reading" key={paragraph}>
                {paragraph}
              </p>
            );
          })}
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

/** On a narrow screen a row is a block, and each part has its head above it. */
function TableBody({ table: { head, rows } }: { table: ReadingTable }) {
  return (
    <table className="reading w-full border-collapse text-left [&_:is(th,td)]:py-2 [&_:is(th,td)]:pr-4 [&_:is(th,td)]:align-top">
      <thead className="max-desk:sr-only">
        <tr className="border-b border-line">
          {head.map((words) => (
            <th className="font-strong text-small text-ink-2" scope="col" key={words}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...parts]) => (
          <tr className="border-b border-line max-desk:grid max-desk:py-2" key={name}>
            <th className="font-strong" scope="row">
              {name}
            </th>
            {parts.map((words, i) => (
              <td className="max-desk:py-1!" key={head[i + 1]}>
                <span className="block text-small text-ink-2 desk:hidden" aria-hidden="true">
                  {head[i + 1]}
                </span>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
