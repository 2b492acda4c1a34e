import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Notice } from "@/components/ui/notice";
import { OpensDialog } from "@/components/ui/opens-dialog";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";
import { contactRows, lineKind, lineKinds } from "@/lib/safety/contact-form";
import type { ShippedContacts } from "@/lib/safety/crisis-contacts";
import { type CrisisLine, isShownUnchecked, lineName } from "@/lib/safety/crisis-line";
import type { PracticeContacts } from "@/lib/safety/region-contacts";
import { resetContacts, saveContacts } from "../actions";
import { ShippedFrom } from "./shipped-from";

type Props = { shipped: ShippedContacts; own: PracticeContacts | null; checkedOn: string | null };

const rowsShown = 4;

/** One country's numbers: what ships, until the owner has looked at them and saved. */
export function ContactsForm({ shipped, own, checkedOn }: Props) {
  const { country, name } = shipped;
  const emergency = {
    all: own ? own.emergency : numberFor(shipped, "all"),
    police: own ? own.police : numberFor(shipped, "police"),
    ambulance: own ? own.ambulance : numberFor(shipped, "ambulance"),
  };
  const lines = own?.lines ?? shipped.lines.map((line) => ({ ...line, name: lineName(line) }));
  const unread = new Set(own ? [] : shipped.lines.flatMap((line, row) => (isShownUnchecked(line) ? [] : [row])));
  const filled = Math.min(contactRows.length, lines.length + rowsShown);
  const rowOf = (row: number) => <LineFields key={row} row={row} line={lines[row]} isUnread={unread.has(row)} />;
  return (
    <Section id="contacts" title={`Crisis contacts: ${name}`} sub="Shown to every client who is in this country.">
      {own ? (
        <p className="sec">Checked by your practice on {checkedOn}.</p>
      ) : (
        <Notice tone="attention" title="Check these">
          Numbers change. Call or look up each one, then save, and clients see your list.
        </Notice>
      )}
      <ShippedFrom shipped={shipped} />
      <ActionForm
        key={`${country}-${checkedOn}`}
        action={saveContacts}
        submit="Save these numbers"
        busy="Saving…"
        className="contact-rows"
      >
        <input type="hidden" name="country" value={country} />
        <div className="row">
          <FormField
            name="emergency"
            label="Emergency number"
            inputMode="tel"
            maxLength={limits.phoneNumber}
            defaultValue={emergency.all}
          />
          <FormField
            name="police"
            label="Police, when another"
            inputMode="tel"
            maxLength={limits.phoneNumber}
            defaultValue={emergency.police}
          />
          <FormField
            name="ambulance"
            label="Ambulance, when another"
            inputMode="tel"
            maxLength={limits.phoneNumber}
            defaultValue={emergency.ambulance}
          />
        </div>
        {contactRows.slice(0, lines.length + 1).map(rowOf)}
        {filled > lines.length + 1 ? (
          <details className="more-lines">
            <summary>More lines</summary>
            {contactRows.slice(lines.length + 1, filled).map(rowOf)}
          </details>
        ) : null}
      </ActionForm>
      {own ? (
        <OpensDialog label="Use the numbers that come with Nearer" look="quiet" title="Give up your own numbers?">
          <p>
            From their next page on, clients see what comes with Nearer for {name}. To go back to your own, they have to
            be typed again.
          </p>
          <ActionForm action={resetContacts} submit="Use them" busy="Saving…" look="outline">
            <input type="hidden" name="country" value={country} />
          </ActionForm>
        </OpensDialog>
      ) : null}
    </Section>
  );
}

type Fields = {
  row: number;
  line: Pick<CrisisLine, "name" | "number" | "words" | "way" | "about"> | undefined;
  isUnread: boolean;
};

/** One line, or an empty one to be filled. */
function LineFields({ row, line, isUnread }: Fields) {
  return (
    <fieldset>
      <legend>
        Line {row + 1}
        {isUnread ? ". Nobody has read this one: hidden until you save, so look it up or empty it." : ""}
      </legend>
      <FormField
        name={`name-${row}`}
        label="Who answers"
        maxLength={limits.personName}
        defaultValue={line?.name ?? ""}
      />
      <FormField name={`number-${row}`} label="Number" maxLength={limits.lineReach} defaultValue={line?.number ?? ""} />
      <FormSelect
        name={`kind-${row}`}
        label="For"
        options={lineKinds}
        defaultValue={line ? lineKind(line) : "crisis call"}
      />
      <FormField
        name={`words-${row}`}
        label="What else to know"
        maxLength={limits.lineWords}
        defaultValue={line?.words ?? ""}
      />
    </fieldset>
  );
}

const numberFor = ({ emergency }: ShippedContacts, what: "all" | "police" | "ambulance"): string =>
  emergency.find((one) => one.for === what)?.number ?? "";
