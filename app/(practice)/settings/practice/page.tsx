import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { retentionOf } from "@/db/queries/clients/erasure";
import { getPracticeDetails } from "@/db/queries/identity/practice-details";
import { getSetUpList } from "@/db/queries/identity/set-up-list";
import { getPracticeLetters } from "@/db/queries/letters/practice-letters";
import { atOnce } from "@/lib/at-once";
import { loadForStaff } from "@/server/load";
import { NobodyIsCalled } from "../../_shell/nobody-is-called";
import { PracticePage } from "../../_shell/practice-page";
import { SetUpList } from "../../_shell/set-up-list";
import { Details } from "./_components/details";
import { LettersLook } from "./_components/letters-look";
import { Retention } from "./_components/retention";

export const metadata: Metadata = { title: "Practice" };

export default async function PracticeSettingsPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    now: scope.now,
    ...(await atOnce({
      letters: getPracticeLetters(scope),
      details: getPracticeDetails(scope),
      setUp: getSetUpList(scope),
      years: retentionOf(scope),
    })),
  }));
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Practice" sub={session.practiceName} />
      <div className="pt-6 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
        <NobodyIsCalled actor={session.actor} />
        <SetUpList list={data.setUp} isWhole />
        <Details details={data.details} now={data.now} readerZone={session.actor.zone} />
        <LettersLook letters={data.letters} practiceName={session.practiceName} />
        <Section
          id="notes"
          title="Notes of sessions"
          sub="How they are laid out: what comes with Nearer, and your own."
        >
          <LinkButton href="/settings/notes" look="outline" small>
            Layouts for notes
          </LinkButton>
        </Section>
        <Section id="agreement" title="Agreement">
          <LinkButton href="/settings/consent" look="outline" small>
            What clients agree to
          </LinkButton>
        </Section>
        <Retention years={data.years} />
      </div>
    </PracticePage>
  );
}
