import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { getSafetySettings } from "@/db/queries/safety/safety-contacts";
import { getProposalSettings } from "@/db/queries/safety/safety-proposals";
import { atOnce } from "@/lib/at-once";
import { formatLongDay } from "@/lib/format";
import { everyCountry, isCountry } from "@/lib/safety/country-name";
import { contactsFor } from "@/lib/safety/crisis-contacts";
import { escalationLimits } from "@/lib/safety/forms";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { NobodyIsCalled } from "../../_shell/nobody-is-called";
import { PracticePage } from "../../_shell/practice-page";
import { ContactsForm } from "./_components/contacts-form";
import { ProposalTexts } from "./_components/proposal-texts";
import { saveEscalation } from "./actions";

export const metadata: Metadata = { title: "Safety" };

type Search = Promise<{ country?: string | string[] }>;

export default async function SafetySettingsPage({ searchParams }: { searchParams: Search }) {
  const { country: asked } = await searchParams;
  const chosen = typeof asked === "string" && isCountry(asked) ? asked : null;
  const { data, session } = await loadForStaff(async (scope) => {
    const { settings, ...words } = await atOnce({
      settings: getSafetySettings(scope, chosen),
      proposals: getProposalSettings(scope),
    });
    return { ...settings, ...words, now: scope.now };
  });
  const country = chosen ?? data.practiceCountry;
  const { zone } = session.actor;
  const countries = everyCountry.map(({ value, label }) => ({
    value,
    label: data.edited.includes(value) ? `${label} (checked)` : label,
  }));
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Safety" sub={session.practiceName} />
      <div className="pt-6 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
        <NobodyIsCalled actor={session.actor} />
        <Section id="escalation" title="When nobody answers">
          <ActionForm
            action={saveEscalation}
            submit="Save"
            busy="Saving…"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
          >
            <FormField
              name="minutes"
              label="Minutes before the next person is asked"
              hint={`First the therapist, then whoever supervises them, then you, and round again. Each has it first on their list; where mail is set up, an urgent letter without a clinical word goes to each. From ${escalationLimits.least} minutes to a day, which has ${escalationLimits.most}.`}
              inputMode="numeric"
              defaultValue={String(data.minutes)}
              required
            />
          </ActionForm>
        </Section>
        <Section
          id="limits"
          title="Limits of confidentiality"
          sub="When something is passed on stands in what clients agree to. Law differs: say it as it holds for you."
        >
          <LinkButton href="/settings/consent" look="outline" small>
            What clients agree to
          </LinkButton>
        </Section>
        <ProposalTexts
          proposals={data.proposals}
          day={(at) => formatLongDay(localDate(at, zone), localDate(data.now, zone))}
        />
        <Section
          id="country"
          title="Where clients live"
          sub="A client sees the numbers of the country on their record; until somebody has asked them, of the country of their time zone, and their pages say so. Then come those of the practice’s country, under its name."
        >
          <form method="get" className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105 print:hidden">
            <Select id="country-choice" name="country" label="Country" options={countries} defaultValue={country} />
            <Button type="submit">Show</Button>
          </form>
        </Section>
        <ContactsForm
          shipped={contactsFor(country)}
          own={data.own}
          checkedOn={data.setAt && formatLongDay(localDate(data.setAt, zone), localDate(data.now, zone))}
        />
      </div>
    </PracticePage>
  );
}
