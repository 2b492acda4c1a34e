import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormSelect } from "@/components/forms/form-fields";
import { Disclose } from "@/components/ui/disclose";
import { Section } from "@/components/ui/section";
import type { ClientRegion } from "@/db/queries/clients/client-region";
import { limits } from "@/lib/limits";
import { countryName, everyCountry } from "@/lib/safety/country-name";
import { contactsFor } from "@/lib/safety/crisis-contacts";
import { dialled } from "@/lib/safety/help-words";
import { emergencyWords } from "@/lib/safety/region-contacts";
import { setCountry } from "../actions";

type Props = {
  clientId: string;
  name: string;
  region: ClientRegion;
  mayChange: boolean;
  moment: (at: Date) => string;
};

/** In which country this person can be helped: proposed from the zone, said by somebody who asked them. */
export function ClientCountry({ clientId, name, region: { suggested, history }, mayChange, moment }: Props) {
  const [newest] = history;
  const country = newest ? newest.region : suggested;
  const emergency = country ? contactsFor(country).emergency : [];
  return (
    <Section id="country" title="Country for help">
      <p>
        {newest
          ? newest.region
            ? countryName(newest.region)
            : `Nobody knows. ${name} reads “your local emergency number” first.`
          : suggested
            ? `Not asked yet. The time zone suggests ${countryName(suggested)}, and ${name}’s pages say that it was taken from there.`
            : `Not asked yet, and the time zone names no country. ${name} reads “your local emergency number” first.`}
      </p>
      {country && emergency.length > 0 ? (
        <p className="text-ink-2 text-small">
          Emergency there: {emergencyWords(emergency)}. Such short numbers work only inside a country.
        </p>
      ) : null}
      {newest?.numbers.police || newest?.numbers.ambulance ? (
        <dl className="grid gap-2.5">
          {newest.numbers.police ? <Dial term="Police there, in full" number={newest.numbers.police} /> : null}
          {newest.numbers.ambulance ? <Dial term="Ambulance there, in full" number={newest.numbers.ambulance} /> : null}
        </dl>
      ) : null}
      {mayChange ? (
        <Disclose label={newest ? "Change the country" : "Say the country"}>
          <ActionForm
            key={newest?.id ?? "none"}
            action={setCountry}
            submit="Save the country"
            busy="Saving…"
            look="outline"
            small
            className="practice:[&>[data-look]]:justify-self-start grid gap-4"
          >
            <input type="hidden" name="clientId" value={clientId} />
            <FormSelect
              name="region"
              label="Where this person lives now"
              options={[{ value: "", label: "Nobody knows" }, ...everyCountry]}
              defaultValue={country ?? ""}
            />
            <FormField
              name="police"
              label="Local police, in full"
              hint="For you, when you are in another country. With + and the country’s code."
              inputMode="tel"
              maxLength={limits.phoneNumber}
              defaultValue={newest?.numbers.police ?? ""}
            />
            <FormField
              name="ambulance"
              label="Local ambulance, in full"
              inputMode="tel"
              maxLength={limits.phoneNumber}
              defaultValue={newest?.numbers.ambulance ?? ""}
            />
          </ActionForm>
        </Disclose>
      ) : null}
      {history.length > 0 ? (
        <ul className="grid gap-2 mt-2.5 text-ink-2 text-small">
          {history.map(({ id, region, setAt, by }) => (
            <li key={id}>
              {region ? countryName(region) : "Nobody knows"}, said by {by}. {moment(setAt)}.
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Dial({ term, number }: { term: string; number: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <a href={`tel:${dialled(number)}`}>{number}</a>
      </dd>
    </div>
  );
}
