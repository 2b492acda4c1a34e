import { New } from "@/components/messages/new";
import { EndOfWords } from "@/components/messages/seen-when-shown";
import { theirWords } from "@/components/ui/their-words";

type Item = {
  id: string;
  body: string;
  when: string;
  author: string;
  mine: boolean;
  /** Of the own ones: that they were read, and by whom. */
  note?: string | undefined;
  /** Not read yet by who looks at the page now: it says so, and counts as read once it was shown. */
  isNew?: boolean | undefined;
};
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
      {letters.map((letter) => (
        <li key={letter.id} className={lookOf(letter)}>
          {folded ? (
            <details>
              <summary>
                <Head letter={letter} />
              </summary>
              <Words letter={letter} className="reading whitespace-pre-wrap text-ink" />
            </details>
          ) : (
            <>
              <p className="text-ink-2 text-small">
                <Head letter={letter} />
              </p>
              <Words letter={letter} className="reading text-base leading-quote whitespace-pre-wrap text-ink" />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const lookOf = ({ mine, isNew }: Item) => {
  if (isNew) return "pl-4 border-l-3 border-primary print:break-inside-avoid";
  return mine ? "pl-4 border-l-3 border-line print:break-inside-avoid" : undefined;
};

function Head({ letter: { author, when, note, isNew } }: { letter: Item }) {
  return (
    <>
      <b {...theirWords}>{author}</b>, {when}
      {note ? `. ${note}` : ""}
      {isNew ? <New /> : null}
    </>
  );
}

function Words({ letter: { id, body, isNew }, className }: { letter: Item; className: string }) {
  return (
    <p className={className} {...theirWords}>
      {body}
      {isNew ? <EndOfWords id={id} /> : null}
    </p>
  );
}
