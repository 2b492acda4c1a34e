import { dangerSentence } from "@/lib/domain/safety/crisis-contacts";
import type { ShownContacts } from "@/lib/domain/safety/region-contacts";

/** Where to turn now. Fixed copy, announced once; it says nothing of which answer it was. */
export function CrisisPanel({ contacts }: { contacts: ShownContacts | null }) {
  return (
    <section className="crisis" role="alert" tabIndex={-1} aria-label="Where to turn now">
      <p className="strong">{dangerSentence(contacts)}</p>
      <p>
        You do not have to carry this alone. Talk to somebody now if you can. What you answered stands first on your
        therapist’s list; nobody may have seen it yet.
      </p>
      {contacts ? (
        <ul>
          {[{ name: "Emergency", ...contacts.emergency }, ...contacts.lines].map((line) => (
            <li key={`${line.name} ${line.number}`}>
              <a className="btn" href={`tel:${line.dial}`}>
                {line.name}: {line.number}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
