import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import { listThresholdChanges } from "@/db/queries/signals/thresholds";
import { formatMoment, inSentence } from "@/lib/format";
import { can } from "@/lib/policy";
import { type AttentionLevel, signalKinds, signalRow } from "@/lib/signals/kinds";
import { SIMULATED_PEOPLE, simulated, simulatedKinds } from "@/lib/signals/simulated";
import { ruleInWords, thresholdField, thresholdKeys, thresholdsOf, thresholdTable } from "@/lib/signals/thresholds";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { saveThresholds } from "./actions";

export const metadata: Metadata = { title: "What opens a reason" };

const tones: Record<AttentionLevel, FlagTone> = {
  ...{ risk: "risk", attention: "attention", review: "review", starting: "starting", calm: "on-track" },
};
const levels: Record<AttentionLevel, string> = {
  ...{ risk: "Safety", attention: "Needs you", review: "To review", starting: "Starting", calm: "Good news" },
};

export default async function SignalsPage() {
  const { data, session } = await loadForStaff(async (scope) => ({
    changes: await listThresholdChanges(scope),
    now: scope.now,
  }));
  const { zone } = session.actor;
  const newest = Object.fromEntries(data.changes.toReversed().map(({ key, value }) => [key, value]));
  const thresholds = thresholdsOf(newest);
  return (
    <PracticePage session={session} beside="same">
      <PageHead
        title="What opens a reason"
        sub="Every reason to look at a client, in the order of the caseload. The same for everybody; none of them grades a risk."
      />
      <div className="pt-6">
        <Section id="table" title="The table" action={<WhatIs word="sitting">What is a sitting?</WhatIs>}>
          <ul>
            {signalKinds.map((kind) => {
              const { level, name, rule, check, staysOpen, neverFolds } = signalRow(kind);
              return (
                <li
                  key={kind}
                  className="grid grid-cols-[minmax(0,2fr)_minmax(0,4fr)_minmax(0,3fr)] gap-x-7 gap-y-1 border-b border-line py-3 max-desk:grid-cols-1"
                >
                  <div>
                    <Flag tone={tones[level]}>{name}</Flag>
                    <p className="text-small text-ink-2">{levels[level]}</p>
                  </div>
                  <p>
                    {ruleInWords(rule, thresholds)}
                    <span className="block text-small text-ink-2">{habits({ staysOpen, neverFolds })}</span>
                  </p>
                  <p className="text-ink-2">{check}</p>
                </li>
              );
            })}
          </ul>
        </Section>
        <Section
          id="numbers"
          title="The numbers"
          sub="All of them are Nearer’s own choice and no finding of research. A practice may choose others."
        >
          {can(session.actor, "practice.settings") ? (
            <ActionForm
              action={saveThresholds}
              submit="Save these numbers"
              busy="Saving…"
              className="grid max-w-200 grid-cols-2 gap-x-8 gap-y-4 max-phone:grid-cols-1 [&>[data-look]]:col-span-full [&>[data-look]]:justify-self-start [&>[data-notice]]:col-span-full"
            >
              {thresholdKeys.map((key) => (
                <FormField key={key} {...thresholdField(key)} defaultValue={String(thresholds[key])} required />
              ))}
            </ActionForm>
          ) : (
            <dl className="grid max-w-200 grid-cols-[1fr_auto] gap-x-8 gap-y-2">
              {thresholdKeys.map((key) => (
                <div key={key} className="contents">
                  <dt>{thresholdTable[key].label}</dt>
                  <dd className="font-strong">{thresholds[key]}</dd>
                </div>
              ))}
            </dl>
          )}
          {data.changes.length > 0 ? (
            <ul className="mt-5 grid gap-1 text-small text-ink-2">
              {data.changes.map(({ id, key, value, by, at }) => (
                <li
                  key={id}
                >{`${thresholdTable[key].label}: ${value}, set by ${by} ${inSentence(formatMoment(at, data.now, zone))}`}</li>
              ))}
            </ul>
          ) : null}
        </Section>
        <Section
          id="chance"
          title="How often they are wrong"
          sub={`From ${SIMULATED_PEOPLE} invented people over ten weeks, with the numbers that ship. Real people differ.`}
        >
          <table className="w-full max-w-200 border-collapse [&_td]:border-b [&_td]:border-line [&_td]:py-2 [&_td]:text-right [&_th]:border-b [&_th]:border-line [&_th]:py-2 [&_th]:font-normal [&_th:first-child]:text-left">
            <thead className="text-small text-ink-2">
              <tr>
                <th scope="col">In how many of a hundred it came up</th>
                <th scope="col" className="text-right">
                  All is well
                </th>
                <th scope="col" className="text-right">
                  Things get worse
                </th>
                <th scope="col" className="text-right">
                  Days until it did
                </th>
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {simulatedKinds.map((kind) => {
                const { stable, declining, days } = simulated[kind];
                return (
                  <tr key={kind}>
                    <th scope="row">{signalRow(kind).name}</th>
                    <td>{stable}</td>
                    <td>{declining}</td>
                    <td>{kind === "gain" ? "" : days}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className="mt-3 max-w-[70ch] text-small text-ink-2">
            Five scales are compared at once, so one of them falls by chance for about one person in three within ten
            weeks: look at the next sitting too. Skips and quiet days come up for many who are well. They ask a
            question, and are no finding. Higher beyond measurement error came up for {simulated.gain.improving} of a
            hundred whom things got better for.
          </p>
        </Section>
        <Section id="how" title="How a reason lives">
          <p className="max-w-[70ch]">
            A reason opens with what it rests on, and is gone when that is gone. Acting answers it: a message, a
            reminder, a decision. You can put one off until a day, or note that you know. It comes back on that day, or
            when something new is there, and for nothing else. Safety, and what the client waits for, stays until it is
            done. Beyond {thresholds.newAWeek} new reasons in seven days the others of one client fold into “+n”;
            safety, a fall, the agreement and lost letters never fold. What tells of gain waits for a clear gate.
          </p>
        </Section>
      </div>
    </PracticePage>
  );
}

const habits = ({ staysOpen, neverFolds }: { staysOpen?: true | undefined; neverFolds?: true | undefined }): string =>
  [staysOpen ? "Stays until it is done." : "", neverFolds ? "Never folds." : ""].filter(Boolean).join(" ");
