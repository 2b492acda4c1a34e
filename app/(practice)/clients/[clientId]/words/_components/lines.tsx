import { theirWords } from "@/components/ui/their-words";
import type { AttemptLine } from "@/lib/exercises/attempt-lines";

/** The client's own words keep their lines and their direction; what was chosen is told from them by its type. */
export function Lines({ lines }: { lines: readonly AttemptLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="look-lines">
      {lines.map(({ label, words, isOwn }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isOwn ? "look-own-words" : undefined} {...(isOwn && theirWords)}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
