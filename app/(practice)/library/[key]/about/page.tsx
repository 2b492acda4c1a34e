import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { limits } from "@/lib/limits";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DescribeForm } from "../_components/describe-form";
import { DraftHead } from "../_components/draft-head";
import { notADraft } from "../_components/not-a-draft";
import { sayLicenceOf } from "../actions";

export const metadata: Metadata = { title: "About an assessment" };

/** What is said of an instrument besides its questions, and what allows the use of its words. */
export default async function AboutPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="about" />
      {notADraft(page, false) ?? (
        <div className="mt-6 grid max-w-219 gap-10">
          <Section id="about" title="Title and layout">
            <DescribeForm formKey={page.key} instrument={shown} />
          </Section>
          {shown.licence.wording === "needed" ? (
            <Section id="licence" title="Whose words they are" sub={shown.licence.note}>
              <ActionForm
                action={sayLicenceOf}
                submit="Save"
                busy="Saving…"
                look="outline"
                className="grid max-w-180 gap-4 [&>[data-look]]:justify-self-start"
              >
                <input type="hidden" name="key" value={page.key} />
                <FormTextarea
                  name="licenceNote"
                  label="What allows your practice to use this wording"
                  hint="Write from whom you have it, since when, and whether it covers changes. It is kept with your name and today’s date."
                  rows={3}
                  defaultValue={page.licence?.note}
                  maxLength={limits.licenceNote}
                  required
                />
              </ActionForm>
            </Section>
          ) : null}
        </div>
      )}
    </PracticePage>
  );
}
