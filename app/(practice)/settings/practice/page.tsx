import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { retentionOf } from "@/db/queries/clients/erasure";
import { getPracticeLetters } from "@/db/queries/letters/practice-letters";
import { atOnce } from "@/lib/at-once";
import { loadForStaff } from "@/server/load";
import { NobodyIsCalled } from "../../_shell/nobody-is-called";
import { PracticePage } from "../../_shell/practice-page";
import { LettersLook } from "./_components/letters-look";
import { Retention } from "./_components/retention";

export const metadata: Metadata = { title: "Practice" };

export default async function PracticeSettingsPage() {
  const { data, session } = await loadForStaff((scope) =>
    atOnce({ letters: getPracticeLetters(scope), years: retentionOf(scope) }),
  );
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Practice" sub={session.practiceName} />
      <div className="pt-6 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
        <NobodyIsCalled actor={session.actor} />
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
        <Retention years={data.years} />
      </div>
    </PracticePage>
  );
}
