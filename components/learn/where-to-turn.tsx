import type { ReactNode } from "react";
import { heading } from "@/components/learn/reading-body";
import { whereToTurn } from "@/lib/learn/where-to-turn";

/** The fixed end of the reading about highs and lows. `children` are the numbers of the client's region. */
export function WhereToTurn({ level = 2, children }: { level?: 2 | 3; children: ReactNode }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="grid gap-3.5">
      <Heading className={heading}>{whereToTurn.heading}</Heading>
      {whereToTurn.paragraphs.map((paragraph) => (
        <p className="reading" key={paragraph}>
          {paragraph}
        </p>
      ))}
      {children}
    </section>
  );
}
