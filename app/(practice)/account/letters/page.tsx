import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices } from "@/components/forms/form-words";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { getOwnTimings } from "@/db/queries/letters/letter-timing";
import { formatMoment, inSentence } from "@/lib/format";
import { type LetterTiming, letterDueAt, letterGroups, letterTimings } from "@/lib/messages/letter-timing";
import { weekTimings } from "@/lib/messages/week-letter";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { chooseLetterTiming } from "./actions";
import { groupWords, timingWords, weekSentence, weekWords } from "./words";

export const metadata: Metadata = { title: "Letters" };

/** How soon somebody wants which letters, each with what comes of it. */
export default async function LettersPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    ...(await getOwnTimings(scope)),
    now: scope.now,
  }));
  const { now, timings } = data;
  const { zone } = session.actor;
  const next = (timing: LetterTiming): string => {
    const dueAt = timing === "at-once" ? null : letterDueAt(timing, now, zone);
    return dueAt ? ` The next goes ${inSentence(formatMoment(dueAt, now, zone))}, if there is anything.` : "";
  };
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/account">Account</Crumb>
      <PageHead
        title="Letters"
        sub="How often Nearer writes to you about what can wait. A letter says which practice it comes from and what kind of thing is there, and names nobody."
      />
      <div className="pt-6">
        <Section
          id="urgent"
          title="What cannot wait"
          sub="Letters about somebody’s safety, a withdrawn consent or your own sign-in always go at once. They are never gathered, and nobody can switch them off."
        >
          {null}
        </Section>
        <Section id="timing" title="What can wait">
          <ActionForm
            action={chooseLetterTiming}
            submit="Save"
            busy="Saving…"
            className="[&>[data-look]]:justify-self-start grid gap-x-10 gap-y-6 desk:grid-cols-2"
          >
            {letterGroups.map((group) => (
              <FormChoices
                key={group}
                name={group}
                legend={groupWords[group].title}
                hint={`${groupWords[group].sentence}${next(timings[group])}`}
                choices={letterTimings.map((timing) => ({ value: timing, label: timingWords[timing] }))}
                defaultValue={timings[group]}
              />
            ))}
            <FormChoices
              name="week"
              legend="As your week begins"
              hint={weekSentence}
              choices={weekTimings.map((timing) => ({ value: timing, label: weekWords[timing] }))}
              defaultValue={timings.week}
            />
          </ActionForm>
        </Section>
      </div>
    </PracticePage>
  );
}
