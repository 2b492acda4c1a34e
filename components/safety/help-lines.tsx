"use client";

import { DangerLines } from "@/components/safety/help-danger";
import { LineItem } from "@/components/safety/line-item";
import { practiceHeading } from "@/lib/safety/help-words";
import type { Help, ShownContacts } from "@/lib/safety/region-contacts";

const groups = [
  { about: "crisis", words: "Somebody to talk to, when it is too much" },
  { about: "violence", words: "When somebody frightens, hurts or controls you" },
  { about: "own-behaviour", words: "When you are worried about how you treat somebody" },
] as const;

/** The lines of this person's country, then those of the practice's, each under its name. Nothing red: others may glance here. */
export function HelpLines({ help: { here, practice } }: { help: Help }) {
  return (
    <>
      {here && here.lines.length > 0 ? (
        <section data-help className="look-help" aria-label={`Lines, ${here.name}`}>
          <Groups contacts={here} />
        </section>
      ) : null}
      {practice ? (
        <section data-help className="look-help" aria-label={practice.name}>
          <h2>{practiceHeading(practice.name)}</h2>
          <p className="text-ink-2">These numbers may work only there.</p>
          {practice.emergency.length > 0 ? <DangerLines contacts={practice} question="In danger there?" /> : null}
          <Groups contacts={practice} />
        </section>
      ) : null}
      <p data-help className="look-help text-ink-2">
        A call stays in this phone’s own list of calls, and a text among its messages. Nearer cannot take them out.
      </p>
    </>
  );
}

function Groups({ contacts: { lines } }: { contacts: ShownContacts }) {
  return groups.map(({ about, words }) => {
    const own = lines.filter((line) => line.about === about);
    if (own.length === 0) return null;
    return (
      <div key={about}>
        <p className="mt-5 font-serif text-lead leading-close font-semibold">{words}</p>
        <ul aria-label={words}>
          {own.map((line) => (
            <LineItem key={`${line.way} ${line.number}`} line={line} />
          ))}
        </ul>
      </div>
    );
  });
}
