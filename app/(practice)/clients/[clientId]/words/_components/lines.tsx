import type { AttemptLine } from "@/lib/exercises/attempt-lines";

/** What somebody wrote, in the face of what is read slowly, and in their own lines. */
const ownWords = "font-serif text-base leading-quote font-normal whitespace-pre-line";

/** The client's own words keep their lines and their direction; what was chosen is told from them by its type. */
export function Lines({ lines }: { lines: readonly AttemptLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="mt-2 mb-3 grid gap-2 [&>div]:grid [&>div]:grid-cols-[minmax(0,10rem)_minmax(0,1fr)] [&>div]:gap-x-4 [&>div]:gap-y-0.5 max-phone:[&>div]:grid-cols-1 [&_dt]:text-small [&_dt]:leading-[1.5rem] [&_dt]:text-ink-2 [&_dd]:wrap-anywhere">
      {lines.map(({ label, words, isOwn }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={isOwn ? ownWords : undefined} dir={isOwn ? "auto" : undefined}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
}
