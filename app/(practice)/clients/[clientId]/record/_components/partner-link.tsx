import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { Disclose } from "@/components/ui/disclose";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { ClientHeader } from "@/db/queries/clients/client-overview";
import type { LinkChoices } from "@/db/queries/couples/couple";
import { paths } from "@/lib/paths";
import { link } from "../actions";

type Props = { header: ClientHeader; links: LinkChoices; day: (at: Date) => string };

/** With whom this person does the protocol, for who is responsible for both; links that ended, and by whom. */
export function PartnerLink({ header, links: { couple, ended, people }, day }: Props) {
  return (
    <Section id="partner" title="Partner">
      {couple ? (
        <>
          <p>
            Linked with {couple.partnerName} since {day(couple.linkedAt)}, by {couple.linkedBy}.
          </p>
          <div className="flex gap-2.5 mt-2.5 flex-wrap items-start">
            <LinkButton href={paths.couple(couple.id)} look="outline" small>
              Side by side
            </LinkButton>
            <LinkButton href={paths.endCouple(couple.id)} look="outline" small>
              End the link
            </LinkButton>
          </div>
        </>
      ) : people.length > 0 ? (
        <Disclose label="Link with another client">
          <ActionForm
            action={link}
            submit="Link the two"
            busy="Linking…"
            look="outline"
            small
            className="practice:[&>[data-look]]:justify-self-start grid gap-4"
          >
            <input type="hidden" name="clientId" value={header.id} />
            <p className="text-ink-2 text-small">
              Both have to be clear, each after a talk alone. From the next practice week they read each other’s name,
              and one calendar holds for what they do together. Nothing is shared by the link.
            </p>
            <FormSelect
              name="partnerId"
              label="Partner"
              options={[{ value: "", label: "Choose" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
              defaultValue=""
            />
          </ActionForm>
        </Disclose>
      ) : (
        <p className="text-ink-2">Not linked. Whoever is responsible for two clients can link them.</p>
      )}
      {ended.length > 0 ? (
        <ul className="grid gap-2 mt-2.5 text-ink-2 text-small">
          {ended.map(({ id, partnerName, linkedAt, endedAt, endedBy }) => (
            <li key={id}>
              Linked with {partnerName} from {day(linkedAt)} to {day(endedAt)}. Ended by {endedBy}.
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
