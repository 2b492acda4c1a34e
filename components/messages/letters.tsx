type Item = { id: string; body: string; when: string; author: string; mine: boolean; note?: string | undefined };

/** Letters in order, each with who wrote it and when. */
export function Letters({ letters, label }: { letters: readonly Item[]; label: string }) {
  return (
    <ol className="letters" aria-label={label}>
      {letters.map(({ id, body, when, author, mine, note }) => (
        <li key={id} className={mine ? "mine" : undefined}>
          <p className="sec sm">
            <b>{author}</b>, {when}
            {note ? `. ${note}` : ""}
          </p>
          <p className="read">{body}</p>
        </li>
      ))}
    </ol>
  );
}
