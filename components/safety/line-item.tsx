import { dialled } from "@/lib/safety/help-words";
import type { NamePart } from "@/lib/safety/line-language";
import type { ShownLine } from "@/lib/safety/region-contacts";

/** One way to somebody: a link that a phone dials, writes to or opens. */
export function LineItem({ line }: { line: ShownLine }) {
  const { way, name, number, words, nameParts = [{ words: name }] } = line;
  return (
    <li>
      <span>
        <b>
          {nameParts.map(({ words: part, lang }: NamePart) =>
            lang ? (
              <span key={part} lang={lang}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </b>
        {way === "silent" ? `: ${number} ` : null}
        {words ? <small>{words}</small> : null}
      </span>
      {way === "silent" ? null : way === "web" ? (
        <a href={number} target="_blank" rel="noreferrer" aria-label={`Open ${bare(number)}, ${name}`}>
          Open {bare(number)}
        </a>
      ) : (
        <a href={`${way === "text" ? "sms" : "tel"}:${dialled(number)}`} aria-label={`${verb(way)} ${number}, ${name}`}>
          {verb(way)} {number}
        </a>
      )}
    </li>
  );
}

const verb = (way: "call" | "text") => (way === "text" ? "Text" : "Call");
const bare = (address: string) => address.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "");
