import { theirWords } from "@/components/ui/their-words";

type Props = { summary: string; lines: readonly { label: string; words: string }[] };

/** Words that were sent lie folded: the day shows, and what was written opens with a tap. */
export function FoldedLines({ summary, lines }: Props) {
  return (
    <details className="border-b border-line py-1">
      <summary>{summary}</summary>
      <dl className="grid gap-3 pt-1 pb-3">
        {lines.map(({ label, words }) => (
          <div key={label}>
            <dt className="font-semibold text-ink-2">{label}</dt>
            <dd className="reading" {...theirWords}>
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
