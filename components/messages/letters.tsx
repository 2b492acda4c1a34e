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
    <ol className="letters" aria-label={label}>
      {letters.map(({ id, body, when, author, mine, note }) => {
        const head = (
          <>
            <b>{author}</b>, {when}
            {note ? `. ${note}` : ""}
          </>
        );
        return (
          <li key={id} className={mine ? "mine" : undefined}>
            {folded ? (
              <details>
                <summary>{head}</summary>
                <p className="read">{body}</p>
              </details>
            ) : (
              <>
                <p className="sec sm">{head}</p>
                <p className="read">{body}</p>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
