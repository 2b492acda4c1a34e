import { ActionForm } from "@/components/forms/action-form";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Tabs } from "@/components/ui/tabs";
import { stepNamed } from "@/db/commands/assessments/undo-step";
import type { InstrumentPage } from "@/db/queries/assessments/instruments";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { paths, within } from "@/lib/paths";
import { undo } from "../build/actions";

const parts = ["build", "answers", "scales", "wording", "key", "critical", "about", "publish"] as const;
export type DraftTab = (typeof parts)[number];

const labels: Record<DraftTab, string> = {
  build: "Questions",
  answers: "Answers",
  scales: "Scales",
  wording: "Wording",
  key: "Key",
  critical: "Critical answers",
  about: "About",
  publish: "Publish",
};

type Props = { page: InstrumentPage; tab: DraftTab };

/** Over every part of a draft: which it is, where its parts are, and the last step, which can be taken back. */
export function DraftHead({ page, tab }: Props) {
  const { key, draft, current, lastStep } = page;
  const instrument = draft?.instrument ?? current?.instrument;
  if (!instrument) return null;
  const isOwn = whyNotBuildable(instrument) === null;
  const hasOpenKey = instrument.items.some((item) => !item.keyConfirmed);
  const shown = parts.filter((part) => {
    if (part === "wording") return !isOwn;
    if (part === "key") return hasOpenKey;
    return isOwn || !["build", "answers", "scales"].includes(part);
  });
  const tabs = shown.map((part) => ({
    href: paths.instrument(key)[part],
    label: labels[part],
    current: part === tab,
  }));
  const preview = { href: within(paths.instrument(key).preview, "?draft"), label: "Preview", current: false };
  return (
    <>
      <Crumb href={paths.instrument(key).page}>{instrument.title}</Crumb>
      <PageHead
        title={labels[tab]}
        sub={draft ? `${instrument.title}, draft of version ${draft.version}` : instrument.title}
      />
      {draft ? <Tabs label="Parts of the draft" tabs={[...tabs.slice(0, -1), preview, ...tabs.slice(-1)]} /> : null}
      {draft && lastStep ? (
        <ActionForm
          key={stepNamed(lastStep.count, lastStep.did)}
          action={undo}
          submit="Undo"
          busy="Undoing…"
          look="quiet"
          small
          className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden"
        >
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="step" value={stepNamed(lastStep.count, lastStep.did)} />
          <p className="text-small text-ink-2" id="last-step">
            Last step: {lastStep.did}
          </p>
        </ActionForm>
      ) : null}
    </>
  );
}
