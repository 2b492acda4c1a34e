import type { Reading } from "@/lib/learn/reading";

const subjects =
  /\b(touch|hug|cuddl|kiss|hold(ing)? hands|favour|distance|lone wolf|(keep|pull|back)(s|ed|ing)? away|back off)\w*/i;

/** Whether a reading speaks of distance moves, touch or favours: ours, and whatever a practice wrote in its place. */
export function namesMoves({ title, sections }: Pick<Reading, "title" | "sections">): boolean {
  const text = [title, ...sections.flatMap(({ heading, paragraphs }) => [heading ?? "", ...paragraphs])];
  return subjects.test(text.join(" "));
}
