import { useId } from "react";
import type { ShownContacts } from "@/lib/domain/safety/region-contacts";

type Line = ShownContacts["lines"][number];

const groups = [
  { about: "crisis", words: "Somebody to talk to, when it is too much" },
  { about: "violence", words: "When somebody frightens, hurts or controls you" },
] as const;

/** Numbers to call, the emergency number first. Each is a link that a phone dials. Nothing red: others may glance here. */
export function CrisisLines({ contacts, withCountry }: { contacts: ShownContacts; withCountry: boolean }) {
  const { emergency, lines, name, country } = contacts;
  return (
    <section className="task crisis" aria-label={withCountry ? (name ?? country) : "Who to call"}>
      {withCountry ? <h2>{name ?? country}</h2> : null}
      <ul>
        <li>
          <b>In danger now?</b>
          <a className="btn" href={`tel:${emergency.dial}`}>
            Call {emergency.number}
          </a>
        </li>
      </ul>
      {groups.map(({ about, words }) => (
        <Group key={about} words={words} lines={lines.filter((line) => line.about === about)} />
      ))}
    </section>
  );
}

function Group({ words, lines }: { words: string; lines: readonly Line[] }) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <>
      <p className="about" id={id}>
        {words}
      </p>
      <ul aria-labelledby={id}>
        {lines.map((line) => (
          <li key={`${line.name} ${line.number}`}>
            <b>{line.name}</b>
            <a className="btn" href={`tel:${line.dial}`} aria-label={`Call ${line.number}, ${line.name}`}>
              Call {line.number}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
