import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { type Reading, readingMinutes } from "@/lib/learn/reading";
import { paths } from "@/lib/paths";
import { aboutMinutes } from "@/lib/time/minutes";

/** The reading of the week, until it is marked as read. Its title waits inside: somebody may look at this page too. */
export function WeekReading({ reading }: { reading: Reading }) {
  return (
    <section className={task}>
      <h2>A reading for this week</h2>
      <p>{aboutMinutes(readingMinutes(reading), true)}. It goes with what you are practising.</p>
      <LinkButton href={paths.portal.reading(reading.key)}>Read</LinkButton>
    </section>
  );
}
