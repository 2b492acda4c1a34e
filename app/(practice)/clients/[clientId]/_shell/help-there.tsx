import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { ClientRegion } from "@/db/queries/clients/client-region";
import { paths } from "@/lib/paths";
import { countryName } from "@/lib/safety/country-name";
import { contactsFor } from "@/lib/safety/crisis-contacts";
import { dialled } from "@/lib/safety/help-words";
import { emergencyWords } from "@/lib/safety/region-contacts";

type Props = { clientId: string; firstName: string; region: ClientRegion };

/** Whom to ring for a client in danger: short numbers work only inside a country, so the full ones stand beside them. */
export function HelpThere({ clientId, firstName, region: { suggested, history } }: Props) {
  const [newest] = history;
  const country = newest ? newest.region : suggested;
  const emergency = country ? contactsFor(country).emergency : [];
  const full = newest ? [newest.numbers.police, newest.numbers.ambulance] : [];
  return (
    <Section id="help-there" title={`Help where ${firstName} is`}>
      <p>
        {country
          ? `${countryName(country)}${newest ? "" : ", as the time zone suggests: nobody has asked"}. ${emergency.length > 0 ? `From there: ${emergencyWords(emergency)}.` : "No emergency number is known here."}`
          : "Nobody knows in which country."}
      </p>
      {["Police", "Ambulance"].map((who, at) =>
        full[at] ? (
          <p key={who}>
            {who}, from anywhere: <a href={`tel:${dialled(full[at])}`}>{full[at]}</a>
          </p>
        ) : null,
      )}
      <LinkButton href={paths.client(clientId).record} look="outline" small>
        Country and local numbers
      </LinkButton>
    </Section>
  );
}
