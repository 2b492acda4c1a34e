import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { ClientHeader } from "@/db/queries/clients/client-overview";
import type { StepRecord } from "@/db/queries/clients/client-steps";
import { firstNameOf } from "@/lib/first-name";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { takeMergeBack } from "../merge/actions";

type Props = {
  header: ClientHeader;
  steps: readonly StepRecord[];
  hasNamesake: boolean;
  mayChange: boolean;
  moment: (at: Date) => string;
};

/** Records of one person that became one: where the others are read, and the way back. */
export function MergedRecords({ header, steps, hasNamesake, mayChange, moment }: Props) {
  const { id, name, mergedInto, mergedFrom } = header;
  const merge = mergedInto ? steps.find(({ kind }) => kind === "merged") : undefined;
  return (
    <>
      {hasNamesake && mergedFrom.length === 0 ? (
        <Notice
          tone="plain"
          title={`Another record has the name ${name}.`}
          actions={
            <LinkButton href={paths.client(id).merge} look="quiet" flush>
              Look whether it is the same person
            </LinkButton>
          }
        />
      ) : null}
      {mergedInto && merge ? (
        <Section id="merged" title="Merged into another record">
          <p>
            The same person has{" "}
            <Link href={paths.client(mergedInto.clientId).record} prefetch={false}>
              record {mergedInto.recordNumber}
            </Link>
            , which stays. Merged by {merge.by}, {moment(merge.at)}. {merge.reason}
          </p>
          <p className="mt-2 text-ink-2">
            What was written here stays here and can be read. Nothing is asked any more, and nobody signs in by this
            record.
          </p>
          {mayChange ? (
            <div className="mt-2.5">
              <ActionForm
                action={takeMergeBack}
                fold="Take the merge back"
                submit="Take back"
                busy="Taking back…"
                look="outline"
                small
              >
                <input type="hidden" name="id" value={randomUUID()} />
                <input type="hidden" name="clientId" value={id} />
                <p className="text-ink-2 text-small">
                  Both records stand by themselves again, and the gates of both wait for you to decide. What ended with
                  the merge stays ended: weeks, links and what waited to be answered.
                </p>
                <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />
              </ActionForm>
            </div>
          ) : null}
        </Section>
      ) : null}
      {mergedFrom.length > 0 ? (
        <Section id="merged" title="Other records of the same person">
          <ul className="grid gap-2.5">
            {mergedFrom.map(({ clientId, recordNumber }) => (
              <li key={clientId}>
                Record {recordNumber}, merged into this one. Read there:{" "}
                <OfRecord clientId={clientId} of={`of record ${recordNumber}`} />
              </li>
            ))}
          </ul>
          <p className="mt-2.5 text-ink-2 text-small">
            {firstNameOf(name)}’s gate here goes by both. A merge is taken back on the other record.
          </p>
        </Section>
      ) : null}
    </>
  );
}

function OfRecord({ clientId, of }: { clientId: string; of: string }) {
  const pages = paths.client(clientId);
  const parts = [
    { href: pages.overview, label: "Overview" },
    { href: pages.assessments, label: "Assessments" },
    { href: pages.words, label: "Written" },
    { href: pages.messages, label: "Messages" },
    { href: pages.sessions, label: "Sessions" },
    { href: pages.safety, label: "Safety" },
    { href: pages.record, label: "Record" },
  ];
  return (
    <span className="flex flex-wrap gap-x-3.5 gap-y-1">
      {parts.map(({ href, label }) => (
        <Link key={label} href={href} prefetch={false}>
          {label} <span className="sr-only">{of}</span>
        </Link>
      ))}
    </span>
  );
}
