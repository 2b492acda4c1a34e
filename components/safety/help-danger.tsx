import { LineItem } from "@/components/safety/line-item";
import { asButton } from "@/components/ui/button";
import type { EmergencyNumber } from "@/lib/safety/emergency-numbers";
import { dialled, placeWords } from "@/lib/safety/help-words";
import type { Help, ShownContacts } from "@/lib/safety/region-contacts";

/** What to dial where this person is, under the country's name. Without a known country it names no number. */
export function HelpDanger({ help: { here } }: { help: Help }) {
  if (!here || here.emergency.length === 0)
    return (
      <section data-help className="grid gap-1 [[data-help]+&]:mt-4" aria-label={here?.name ?? "Where you are"}>
        {here ? <h2 className="mt-3 font-semibold text-lead leading-close font-serif">{here.name}</h2> : null}
        <p className="font-strong text-ink">In danger now? Call your local emergency number.</p>
      </section>
    );
  return (
    <section data-help className="grid gap-1 [[data-help]+&]:mt-4" aria-label={`Emergency, ${here.name}`}>
      <h2 className="mt-3 font-semibold text-lead leading-close font-serif">{here.name}</h2>
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
      <li className="look-line">
        <b>{question}</b>
        {emergency.map((one) => (
          <a key={one.for} {...asButton({}, "look-call")} href={`tel:${dialled(one.number)}`}>
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
