import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox, FormChoices, FormTextarea } from "@/components/forms/form-words";
import { WhatIs } from "@/components/shell/what-is";
import { Disclose } from "@/components/ui/disclose";
import type { SafetyPanel } from "@/db/queries/safety/safety";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { askCheck, clear, raise } from "../../safety/actions";
import { StopChoice } from "./stop-choice";
import { TalkAloneFields } from "./talk-alone-fields";

type Props = { safety: SafetyPanel; clientId: string; firstName: string };

/** What the reader may do about the gate. Whoever reads may be more careful; only the one responsible opens. */
export function SafetyForms({ safety, clientId, firstName }: Props) {
  const { gate, seen, asked, mayChange } = safety;
  const id = <input type="hidden" name="clientId" value={clientId} />;
  return (
    <div className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start">
      {mayChange && !asked ? (
        <ActionForm action={askCheck} submit="Ask a safety check" busy="Asking…" look="outline" small>
          {id}
          {safety.partner ? (
            <p className="text-ink-2 text-small">
              Both are asked, in the same minute. From then on both live in own steps until the next practice week
              begins, whatever is answered: {safety.partner.name}’s pages change when you do this.
            </p>
          ) : null}
          {safety.saidLately ? (
            <FormCheckbox
              name="despiteRecent"
              label="Ask all the same"
              sub={`${firstName} wrote, or an event opened, in the last 14 days. A check never answers that: talk to ${firstName} alone first.`}
            />
          ) : null}
        </ActionForm>
      ) : null}
      {mayChange && safety.needsStopChoice ? (
        <StopChoice safety={safety} clientId={clientId} firstName={firstName} />
      ) : null}
      <Disclose label="Log a concern">
        <ActionForm action={raise} submit="Write it down" busy="Saving…" look="outline" small>
          {id}
          <FormChoices
            name="kind"
            legend="Your judgement"
            choices={[
              {
                value: "concern",
                label: "Concern",
                sub: "Joint steps do not open again until you have decided. Weeks go on.",
              },
              {
                value: "stop",
                label: "Stop",
                sub: `After talking to ${firstName} alone, if ${firstName} can be reached safely. You then choose what follows for joint steps.`,
              },
            ]}
          />
          <FormTextarea name="reason" label="What you noticed" rows={3} maxLength={limits.safetyNote} required />
          <KeptWords place={notePlace(clientId, "raise")} />
        </ActionForm>
      </Disclose>
      {mayChange && (gate.awaits !== "screen" || asked) ? (
        <Disclose label={gate.state === "stop" ? "Release the stop" : gate.state === "clear" ? "Clear anew" : "Clear"}>
          <ActionForm
            action={clear}
            submit={gate.state === "stop" ? "Release for 12 weeks" : "Clear for 12 weeks"}
            busy="Saving…"
            look="outline"
            small
          >
            {id}
            <input type="hidden" name="seen" value={seen} />
            <p className="text-ink-2 text-small">
              Your name, the time and this reason are kept. Answers that raise nothing are not enough by themselves.
            </p>
            <FormTextarea
              name="reason"
              label="Why it is safe to go on"
              rows={3}
              maxLength={limits.safetyNote}
              required
            />
            <TalkAloneFields firstName={firstName} isNeeded={gate.state === "stop"} />
            <KeptWords place={notePlace(clientId, "clear")} />
          </ActionForm>
        </Disclose>
      ) : null}
      <WhatIs word="gate">What the gate is, and what clearing means</WhatIs>
      {mayChange ? null : (
        <p className="text-ink-2 text-small">
          The therapist or the owner asks for checks and clears. You may log a concern.
        </p>
      )}
    </div>
  );
}
