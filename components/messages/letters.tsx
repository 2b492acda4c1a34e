type Item = { id: string; body: string; when: string; author: string; mine: boolean; note?: string | undefined };
type Props = {
  letters: readonly Item[];
  label: string;
  /** The words open one by one: on a phone that somebody else may look at, none of them lies open. */
  folded?: boolean;
};

/** Letters in order, each with who wrote it and when. */
export function Letters({ letters, label, folded = false }: Props) {
  return (
    <ol data-letters className="grid gap-4.5 mt-3.5 mb-5" aria-label={label}>
      {letters.map(({ id, body, when, author, mine, note }) => {
        const head = (
          <>
            <b>{author}</b>, {when}
            {note ? `. ${note}` : ""}
          </>
        );
        return (
          <li key={id} className={mine ? "pl-4 border-l-3 border-line print:break-inside-avoid" : undefined}>
            {folded ? (
              <details>
                <summary>{head}</summary>
                <p className="reading whitespace-pre-wrap text-ink">{body}</p>
              </details>
            ) : (
              <>
                <p className="text-ink-2 text-small">{head}</p>
                <p className="reading text-base leading-quote whitespace-pre-wrap text-ink">{body}</p>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
