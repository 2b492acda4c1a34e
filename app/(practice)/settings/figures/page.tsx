import type { Metadata } from "next";
import Link from "next/link";
import { RetentionChart } from "@/components/charts/retention-chart";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { getPracticeFigures } from "@/db/queries/figures/practice-figures";
import { answeredSentence, retentionSentence, shareOf, stayOf, WEEKS } from "@/lib/figures/figure-words";
import { drawn, retention } from "@/lib/figures/retention";
import { fewestShown } from "@/lib/figures/small-cells";
import { tallyChanges } from "@/lib/figures/tallied-change";
import { formatDay } from "@/lib/format";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { ChangeTables } from "./_components/change-tables";
import { CompletionTables } from "./_components/completion-tables";
import { SessionFigures } from "./_components/session-figures";
import { WhoHasHowMany } from "./_components/who-has-how-many";

export const metadata: Metadata = { title: "In figures" };

/** The practice as a whole. Nobody is named and nobody is ranked; what is about fewer than five people is not shown. */
export default async function FiguresPage() {
  const { data, session } = await loadForStaff(getPracticeFigures);
  const steps = drawn(
    retention(
      data.stays.map((stay) => stayOf(stay, data.today)),
      WEEKS,
    ),
    fewestShown,
  );
  const sentence = retentionSentence(data.stays.length, steps);
  return (
    <PracticePage session={session} beside="same">
      <PageHead
        title="In figures"
        sub={`${session.practiceName}, ${formatDay(data.today, data.today)}. Of everybody whose record you read; counts of fewer than ${fewestShown} people are not shown.`}
      />
      <div className="grid gap-8 pt-6 max-w-220">
        <WhoHasHowMany holders={data.holders} />
        <SessionFigures sessions={data.sessions} />
        <Section title="What was asked" id="asked" sub="Assessments that were due in the last 90 days.">
          <p>Sent: {shareOf(data.asked.sent, data.asked.due)}.</p>
        </Section>
        <CompletionTables instruments={data.instruments} exercises={data.exercises} />
        <Section
          title="When somebody does not feel safe"
          id="answered"
          sub="From the client’s words until somebody of the practice said that they are on it, in the last twelve months."
        >
          <p>{answeredSentence(data.answered)}</p>
        </Section>
        <Section
          title="Who stays"
          id="stays"
          sub="From the first week, by the calendar. Who was discharged or ended early has gone; who is still in their weeks counts as far as they have come (Kaplan–Meier)."
        >
          <p className="mb-3">{sentence}</p>
          {steps.length > 1 ? <RetentionChart label={sentence} steps={steps} weeks={WEEKS} /> : null}
        </Section>
        <ChangeTables tallies={tallyChanges(data.courses)} />
        <p className="print:hidden">
          <Link href="/settings/figures/research" prefetch={false}>
            Research data of the practice
          </Link>
        </p>
      </div>
    </PracticePage>
  );
}
