import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { FormCheckbox, FormTextarea } from "@/components/forms/form-words";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { listResearch } from "@/db/queries/exports/research";
import { fewestShown } from "@/lib/figures/small-cells";
import { limits } from "@/lib/limits";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../../_shell/practice-page";
import { AskedResearchList } from "./_components/asked-research";
import { ResearchChoices } from "./_components/research-choices";
import { ask } from "./actions";

export const metadata: Metadata = { title: "Research data" };

/** A file of the whole practice without names, for a study. A worker makes it. */
export default async function ResearchPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    asked: await listResearch(scope),
    now: scope.now,
  }));
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/settings/figures">In figures</Crumb>
      <PageHead
        title="Research data"
        sub="What was measured with everybody whose weeks have begun, under numbers that say nothing."
      />
      <div className="grid gap-8 pt-6 max-w-180">
        <Section id="ask" title="Ask for a file">
          <div className="grid gap-2 mb-5 text-ink-2">
            <p>
              In it: weeks instead of days, and numbers that are drawn anew for each file. Never in it: names,
              birthdays, dates, words, single answers, moves away, questions about safety, and who did own steps.
            </p>
            <p>
              {`Where what you choose would leave a group of fewer than ${fewestShown} people, no file is made and the group is named. What fewer than ${fewestShown} people have been asked is left out, and the file says so.`}
            </p>
            <p>
              Without names is not the same as unknown: whoever knows somebody may still find them by what they
              remember. Whether the file may be made is for your law, an ethics committee and what your clients agreed
              to. Of who took their agreement back nothing is in it.
            </p>
          </div>
          <ActionForm
            key={data.asked.length}
            action={ask}
            submit="Ask for the file"
            busy="Asking…"
            className="[&>[data-look]]:justify-self-start grid gap-5"
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <FormTextarea
              name="purpose"
              label="What it is for, and who allows it"
              hint="It stays with what was asked, for whoever looks at it later."
              rows={2}
              maxLength={limits.researchPurpose}
              required
            />
            <ResearchChoices name="parts[]" legend="What is measured" />
            <ResearchChoices name="columns[]" legend="Beside each number" />
            <FormCheckbox
              name="mark"
              label="Mark the tables for a spreadsheet"
              sub="A sign at their beginning, by which some programs know the letters."
            />
            <FormPassword name="password" label="Your password" autoComplete="current-password" required />
          </ActionForm>
        </Section>
        <Section id="asked" title="What was asked for">
          {data.asked.length === 0 ? (
            <Empty title="No file was asked for">A file stands here for a day once it is made.</Empty>
          ) : (
            <AskedResearchList asked={data.asked} now={data.now} zone={session.actor.zone} />
          )}
        </Section>
      </div>
    </PracticePage>
  );
}
