import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { ProposalSetting } from "@/db/queries/safety/safety-proposals";
import { editorPlace } from "@/lib/drafts/place";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { limits } from "@/lib/limits";
import { proposalWords } from "@/lib/safety/proposals";
import { resetProposal, saveProposal } from "../actions";

type Props = { proposals: ProposalSetting[]; day: (at: Date) => string };

/** What the panel proposes to staff at a concern or a stop, each text to be kept as it ships or written anew. */
export function ProposalTexts({ proposals, day }: Props) {
  return (
    <Section
      id="proposals"
      title="What the panel proposes"
      sub="Staff read these beside a client’s gate at a concern or a stop. No client does."
    >
      <ul className="mt-3 grid">
        {proposals.map(({ key, title, words, ownSince }) => (
          <li
            className="border-b border-line has-[details[open]]:pb-4 [&>:is(.reading,.text-small)]:mt-1 [&>:is(.reading,.text-small)]:mb-2.5"
            key={key}
          >
            <details>
              <summary className="flex flex-wrap items-center gap-x-2.5 before:mr-0 min-h-12 text-primary font-semibold cursor-pointer">
                <span className="font-strong text-ink">{title}</span>{" "}
                <span className="text-ink-2 text-small">
                  {ownSince ? `Your own words, since ${day(ownSince)}` : "As it ships"}
                </span>
              </summary>
              <ActionForm
                key={`${key}-${ownSince?.getTime() ?? 0}`}
                action={saveProposal}
                submit="Save these words"
                busy="Saving…"
                className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
              >
                <input type="hidden" name="key" value={key} />
                <input type="hidden" name="seen" value={revisionOfWords(proposalWords({ title, words }))} />
                <FormField name="title" label="Title" maxLength={limits.proposalTitle} defaultValue={title} required />
                <FormTextarea
                  name="words"
                  label="What it says"
                  rows={7}
                  maxLength={limits.proposalWords}
                  defaultValue={words}
                  required
                />
                <KeptWords place={editorPlace("panel", key)} />
              </ActionForm>
              {ownSince ? (
                <ActionForm
                  action={resetProposal}
                  submit="Use the words that come with Nearer"
                  busy="Saving…"
                  look="quiet"
                >
                  <input type="hidden" name="key" value={key} />
                </ActionForm>
              ) : null}
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
