import type { Reading } from "@/lib/learn/reading";
import { isTableLine } from "@/lib/learn/reading-table";

type Sections = Reading["sections"];

/** What begins a line that is a heading. */
export const HEADING_SIGN = "#";

/** A reading's sections as text to type in: a blank line parts paragraphs, "# " begins a heading, "| " a line of a table. */
export function textOfSections(sections: Sections): string {
  return sections
    .flatMap(({ heading, paragraphs }) => [...(heading ? [`${HEADING_SIGN} ${heading}`] : []), ...paragraphs])
    .join("\n\n");
}

/**
 * The sections of a typed text. Lines that follow each other are one paragraph, those of a table among themselves; a heading ends what stands before it.
 * Nothing is left out: a heading with nothing below it comes back with no paragraphs.
 */
export function sectionsOfText(text: string): Sections {
  const sections: { heading: string | null; paragraphs: string[] }[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length === 0) return;
    if (sections.length === 0) sections.push({ heading: null, paragraphs: [] });
    sections.at(-1)?.paragraphs.push(open.join(open.every(isTableLine) ? "\n" : " "));
    open = [];
  };
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    if (line.startsWith(HEADING_SIGN)) {
      close();
      sections.push({ heading: line.replace(/^#+\s*/, ""), paragraphs: [] });
    } else if (line === "") close();
    else {
      const [first] = open;
      if (first !== undefined && isTableLine(first) !== isTableLine(line)) close();
      open.push(line);
    }
  }
  close();
  return sections;
}
