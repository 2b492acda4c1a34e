import { asButton } from "@/components/ui/button";
import type { CrisisLine } from "@/lib/safety/crisis-line";
import { dialled } from "@/lib/safety/help-words";

/** One way to somebody: a link that a phone dials, writes to or opens. */
export function LineItem({ line }: { line: CrisisLine }) {
  const { way, name, number, words } = line;
  return (
    <li className="flex gap-y-2 gap-x-4 py-2.5 border-b border-line flex-wrap items-center justify-between">
      <span className="first:flex-[1_1_150px] first:min-w-0">
        <b>{name}</b>
        {way === "silent" ? `: ${number} ` : null}
        {words ? <span className="block text-ink-2">{words}</span> : null}
      </span>
      {way === "silent" ? null : way === "web" ? (
        <a {...asButton()} href={number} target="_blank" rel="noreferrer" aria-label={`Open ${bare(number)}, ${name}`}>
          Open {bare(number)}
        </a>
      ) : (
        <a
          {...asButton(
            {},
            "flex-[0_1_auto] min-w-[min(130px,100%)] max-w-full min-h-12! h-auto whitespace-normal wrap-anywhere first:flex-[1_1_150px] first:min-w-0 max-[30em]:flex-[1_0_100%] print:min-h-0! print:min-w-0! print:border-0! print:p-0!",
          )}
          href={`${way === "text" ? "sms" : "tel"}:${dialled(number)}`}
          aria-label={`${verb(way)} ${number}, ${name}`}
        >
          {verb(way)} {number}
        </a>
      )}
    </li>
  );
}

const verb = (way: "call" | "text") => (way === "text" ? "Text" : "Call");
const bare = (address: string) => address.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "");
