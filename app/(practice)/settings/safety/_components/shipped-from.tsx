import { formatDay } from "@/lib/format";
import { gapsOf, type ShippedContacts } from "@/lib/safety/crisis-contacts";
import { lineName, type ShippedLine } from "@/lib/safety/crisis-line";

/** What comes with Nearer for a country: what it lacks, and where and when each line was read. */
export function ShippedFrom({ shipped: { country, name, lines } }: { shipped: ShippedContacts }) {
  const gaps = gapsOf(country);
  return (
    <div className="grid gap-4">
      {gaps.length > 0 ? (
        <p>
          Nearer comes without {listed(gaps)} for {name}. Clients there miss it until you add it below.
        </p>
      ) : null}
      {lines.length > 0 ? (
        <details>
          <summary className="flex items-center min-h-12 text-primary font-semibold cursor-pointer">
            Where these were read
          </summary>
          <ul className="grid gap-2 mt-2.5 text-ink-2 text-small">
            {lines.map((line) => (
              <li key={`${line.way} ${line.about} ${line.name}`}>
                {lineName(line)}, {line.number}: {origin(line)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

const listed = (words: readonly string[]): string =>
  new Intl.ListFormat("en-GB", { type: "disjunction" }).format(words);

function origin({ seen }: ShippedLine) {
  if (seen === "unread") return "not read anywhere. Hidden from clients until you save this list.";
  if (seen === "compared") return "compared with what other projects publish, November 2026. Nobody called.";
  return (
    <>
      <span>{seen.where}</span>, read {formatDay(seen.on, "")}. Nobody called.
    </>
  );
}
