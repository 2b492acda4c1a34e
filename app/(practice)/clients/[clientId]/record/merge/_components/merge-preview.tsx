import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { SideRecord } from "@/db/queries/clients/merge-sides";
import { mergedGate, mergeRefusal } from "@/lib/clients/merge";
import { limits } from "@/lib/limits";
import { paths, within } from "@/lib/paths";
import { counted } from "@/lib/plural";
import type { GateState } from "@/lib/safety/gate";
import { merge } from "../actions";

type Props = { stays: SideRecord; goes: SideRecord; wereTwo: boolean; day: (at: Date) => string };

const gates: Record<GateState, string> = {
  clear: "Clear",
  "not-screened": "Waits",
  concern: "Concern",
  stop: "Stop",
};

/** Both records side by side, and what merging them does, before it is done. */
export function MergePreview({ stays, goes, wereTwo, day }: Props) {
  const refusal = mergeRefusal({ stays, goes, wereTwo });
  const rows: [string, (side: SideRecord) => string][] = [
    ["Name", ({ name, pronouns }) => (pronouns ? `${name} (${pronouns})` : name)],
    ["E-mail", ({ email }) => email],
    ["Added", ({ createdAt }) => day(createdAt)],
    ["Signs in", ({ hasAccepted }) => (hasAccepted ? "Yes" : "Not yet")],
    ["Time zone", ({ zone }) => zone.replaceAll("_", " ")],
    ["Checks", ({ checks }) => String(checks)],
    ["Exercises", ({ exercises }) => String(exercises)],
    ["Assessments answered", ({ answered }) => String(answered)],
    ["Messages", ({ messages }) => String(messages)],
    ["Gate", ({ gate }) => gates[gate]],
  ];
  return (
    <Section
      id="preview"
      title={`Record ${stays.recordNumber} stays`}
      action={
        <LinkButton
          href={within(paths.client(goes.clientId).merge, `?with=${stays.recordNumber}#preview`)}
          look="outline"
          small
        >
          Keep record {goes.recordNumber} instead
        </LinkButton>
      }
    >
      <div className="grid gap-4">
        <table className="w-full table-fixed border-collapse [&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:pr-3 [&_:is(th,td)]:text-left [&_:is(th,td)]:align-top [&_:is(th,td)]:wrap-anywhere">
          <caption className="sr-only">Both records side by side</caption>
          <thead className="text-small">
            <tr>
              <th scope="col">
                <span className="sr-only">What</span>
              </th>
              <th scope="col">Record {stays.recordNumber}, stays</th>
              <th scope="col">Record {goes.recordNumber}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, of]) => (
              <tr key={label}>
                <th scope="row" className="font-normal text-ink-2 text-small">
                  {label}
                </th>
                <td>{of(stays)}</td>
                <td>{of(goes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {refusal ? (
          <Notice tone="attention" title={refusal} />
        ) : (
          <>
            <ul className="grid gap-1.5">
              <li>
                Record {stays.recordNumber} goes on as it is: its weeks, its sign-in with {stays.email}, its country,
                its contact card, and whether letters may go there.
              </li>
              <li>
                Record {goes.recordNumber} goes off the caseload. Its weeks end, what waits to be answered is withdrawn,
                its links are over, and nobody signs in with {goes.email} any more.
              </li>
              <li>
                Nothing is copied or changed. {countsOf(goes)} of record {goes.recordNumber} can be read from record{" "}
                {stays.recordNumber}.
              </li>
              <li>
                The gate of record {stays.recordNumber} goes by the stricter of both and waits for you:{" "}
                <span className="font-strong text-ink">{gates[mergedGate(stays.gate, goes.gate)]}</span>. What it
                closes, it closes at the start of a practice week.
              </li>
              <li>Nobody is written to. It can be taken back on record {goes.recordNumber}.</li>
            </ul>
            <ActionForm
              key={goes.clientId}
              action={merge}
              submit={`Merge into record ${stays.recordNumber}`}
              busy="Merging…"
              className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <input type="hidden" name="clientId" value={goes.clientId} />
              <input type="hidden" name="intoId" value={stays.clientId} />
              <FormTextarea
                name="reason"
                label="How you know that they are one person"
                rows={2}
                maxLength={limits.accountReason}
                required
              />
            </ActionForm>
          </>
        )}
      </div>
    </Section>
  );
}

function countsOf({ checks, exercises, answered, messages }: SideRecord): string {
  return `${counted(checks, "check")}, ${counted(exercises, "exercise")}, ${counted(answered, "assessment")} and ${counted(messages, "message")}`;
}
