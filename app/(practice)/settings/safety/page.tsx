import type { Metadata } from "next";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { currentLimits } from "@/db/queries/clients/consent";
import { getSafetySettings } from "@/db/queries/safety/safety-contacts";
import { getProposalSettings } from "@/db/queries/safety/safety-proposals";
import { atOnce } from "@/lib/at-once";
import { editorPlace } from "@/lib/drafts/place";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { everyCountry, isCountry } from "@/lib/safety/country-name";
import { contactsFor } from "@/lib/safety/crisis-contacts";
import { escalationLimits } from "@/lib/safety/forms";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { NobodyIsCalled } from "../../_shell/nobody-is-called";
import { PracticePage } from "../../_shell/practice-page";
import { ContactsForm } from "./_components/contacts-form";
import { ProposalTexts } from "./_components/proposal-texts";
import { saveEscalation, saveLimits } from "./actions";

export const metadata: Metadata = { title: "Safety" };

type Search = Promise<{ country?: string | string[] }>;

export default async function SafetySettingsPage({ searchParams }: { searchParams: Search }) {
  const { country: asked } = await searchParams;
  const chosen = typeof asked === "string" && isCountry(asked) ? asked : null;
  const { data, session } = await loadForStaff(async (scope) => {
    const { settings, ...words } = await atOnce({
      settings: getSafetySettings(scope, chosen),
      limits: currentLimits(scope),
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
          sub={
            data.limits.setAt
              ? `Your own words, version ${data.limits.version}. Who agreed before agreed to the earlier ones: talk about the change.`
              : "The words that come with Nearer. Law differs: check them, and say it as it holds for you."
          }
        >
          <ActionForm
            action={saveLimits}
            submit="Save as a new version"
            busy="Saving…"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
          >
            <FormTextarea
              name="words"
              label="What clients read before they agree"
              rows={7}
              maxLength={limits.confidentiality}
              defaultValue={data.limits.words}
              required
            />
            <KeptWords place={editorPlace("limits", "words")} />
          </ActionForm>
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
