import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import type { AbsencePage } from "@/db/queries/absence/absences";
import { limits } from "@/lib/limits";
import { addAbsence, endAbsence } from "../actions";

type Props = {
  page: AbsencePage;
  ownId: string;
  /** The owner enters days away for anybody. */
  forAnybody: boolean;
  day: (date: string) => string;
};

/** Days away and who stands in. Clients read it on these days, and what is urgent goes to whoever stands in. */
export function Absences({ page: { absences, standsIn, colleagues }, ownId, forAnybody, day }: Props) {
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section
      id="absence"
      title="Days away"
      sub="Somebody stands in on these days, or your clients are told that nobody does. A colleague reads your clients then and is asked about safety; somebody outside gets no access, only the number of a record by mail."
    >
      {standsIn.length > 0 ? (
        <ul className="grid gap-2 mb-4">
          {standsIn.map(({ id, name, fromDay, untilDay }) => (
            <li key={id}>
              You stand in for {name}, {day(fromDay)} to {day(untilDay)}. In these days you read {name}’s clients,
              answer them, and are asked when somebody does not feel safe; what steers the path waits for {name}. It
              ends by itself.
            </li>
          ))}
        </ul>
      ) : null}
      {absences.length > 0 ? (
        <ul className="grid gap-4">
          {absences.map((one) => (
            <li className="pb-4 border-b border-line" key={one.id}>
              <p className="font-strong text-ink">
                {one.name}: {day(one.fromDay)} to {day(one.untilDay)}
              </p>
              <p className="text-ink-2">{standIn(one)}</p>
              <ActionForm action={endAbsence} submit="End it" busy="Ending it…" look="outline" small>
                <input type="hidden" name="absenceId" value={one.id} />
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionForm
        action={addAbsence}
        submit="Save these days"
        busy="Saving…"
        look="outline"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        {forAnybody ? (
          <FormSelect name="accountId" label="Who is away" options={options} defaultValue={ownId} />
        ) : (
          <input type="hidden" name="accountId" value={ownId} />
        )}
        <FormField name="fromDay" label="First day away" type="date" required />
        <FormField name="untilDay" label="Last day away" type="date" required />
        <FormSelect
          name="cover"
          label="Who stands in"
          options={[
            ...options.filter(({ value }) => forAnybody || value !== ownId),
            { value: "outside", label: "Somebody outside the practice" },
            { value: "nobody", label: "Nobody: clients are told so" },
          ]}
          defaultValue="nobody"
        />
        <FormField
          name="outsideName"
          label="Outside: their name"
          hint="Clients read it."
          maxLength={limits.coverFact}
        />
        <FormField
          name="outsidePhone"
          label="Outside: their phone"
          hint="Clients may ring it."
          type="tel"
          maxLength={limits.coverFact}
        />
        <FormField
          name="outsideEmail"
          label="Outside: their e-mail"
          hint="A letter holds a record number and that it is urgent, nothing else. Leave them a list of your numbers."
          type="email"
          maxLength={limits.coverFact}
        />
      </ActionForm>
    </Section>
  );
}

function standIn({ coverName, isCovered, outsideName, outsidePhone }: AbsencePage["absences"][number]): string {
  if (coverName && !isCovered)
    return `${coverName} cannot stand in on all of these days: clients read then that nobody does. Enter them anew.`;
  if (coverName) return `${coverName} stands in.`;
  return outsideName
    ? `${outsideName} stands in from outside, ${outsidePhone}.`
    : "Nobody stands in, and clients read so.";
}
