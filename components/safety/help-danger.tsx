"use client";

import { LineItem } from "@/components/safety/line-item";
import type { EmergencyNumber } from "@/lib/safety/emergency-numbers";
import { dialled, placeWords } from "@/lib/safety/help-words";
import type { Help, ShownContacts } from "@/lib/safety/region-contacts";

/** What to dial where this person is, under the country's name. Without a known country it names no number. */
export function HelpDanger({ help: { here } }: { help: Help }) {
  if (!here || here.emergency.length === 0)
    return (
      <section data-help className="look-help" aria-label={here?.name ?? "Where you are"}>
        {here ? <h2>{here.name}</h2> : null}
        <p className="font-strong text-ink">In danger now? Call your local emergency number.</p>
      </section>
    );
  return (
    <section data-help className="look-help" aria-label={`Emergency, ${here.name}`}>
      <h2>{here.name}</h2>
      <DangerLines contacts={here} question="In danger now?" />
      <p className="text-ink-2">{placeWords(here.from)}</p>
    </section>
  );
}

/** The emergency numbers of one country, and the ways to them without speaking. */
export function DangerLines({ contacts, question }: { contacts: ShownContacts; question: string }) {
  const { emergency, lines } = contacts;
  return (
    <ul>
      <li>
        <b>{question}</b>
        {emergency.map((one) => (
          <a key={one.for} href={`tel:${dialled(one.number)}`}>
            {saying(one)}
          </a>
        ))}
      </li>
      {lines
        .filter(({ about }) => about === "danger")
        .map((line) => (
          <LineItem key={`${line.way} ${line.number}`} line={line} />
        ))}
    </ul>
  );
}

const saying = ({ for: what, number }: EmergencyNumber) =>
  what === "all" ? `Call ${number}` : `${what === "police" ? "Police" : "Ambulance"}: call ${number}`;
