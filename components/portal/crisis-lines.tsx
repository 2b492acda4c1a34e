import type { ShownContacts } from "@/lib/domain/safety/region-contacts";

const about = {
  crisis: "Somebody to talk to, when it is too much",
  violence: "When somebody frightens, hurts or controls you",
} as const;

/** Numbers to call, the emergency number first. Each is a link that a phone dials. */
export function CrisisLines({ contacts, withCountry }: { contacts: ShownContacts; withCountry: boolean }) {
  const { emergency, lines, name, country } = contacts;
  return (
    <section className="task crisis" aria-label={withCountry ? (name ?? country) : "Who to call"}>
      {withCountry ? <h2>{name ?? country}</h2> : null}
      <ul>
        <li>
          <span>In danger now</span>
          <a className="btn" href={`tel:${emergency.dial}`}>
            Call {emergency.number}
          </a>
        </li>
        {lines.map((line) => (
          <li key={`${line.name} ${line.number}`}>
            <span>
              <b>{line.name}</b>
              <span className="sub">{about[line.about]}</span>
            </span>
            <a className="btn" href={`tel:${line.dial}`}>
              Call {line.number}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
