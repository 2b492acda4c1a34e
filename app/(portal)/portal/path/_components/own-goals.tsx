import { task } from "@/components/shell/task";
import { theirWords } from "@/components/ui/their-words";
import type { OwnGoal } from "@/db/queries/goals/goals";
import { formatNearDay, inSentence } from "@/lib/format";

type Props = { goals: readonly OwnGoal[]; today: string };

/** What the client wants to come of it, in their own words. Nothing counts how near anybody is. */
export function OwnGoals({ goals, today }: Props) {
  if (goals.length === 0) return null;
  return (
    <section className={task}>
      <h2>What you want</h2>
      <ul className="grid gap-3">
        {goals.map(({ id, words, agreedOn }) => (
          <li key={id}>
            <p className="reading" {...theirWords}>
              {words}
            </p>
            <p className="text-small text-ink-2">Agreed {inSentence(formatNearDay(agreedOn, today))}.</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
