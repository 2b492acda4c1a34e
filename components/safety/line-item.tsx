import type { CrisisLine } from "@/lib/safety/crisis-line";
import { dialled } from "@/lib/safety/help-words";

/** One way to somebody: a link that a phone dials, writes to or opens. */
export function LineItem({ line }: { line: CrisisLine }) {
  const { way, name, number, words } = line;
  return (
    <li>
      <span>
        <b>{name}</b>
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
