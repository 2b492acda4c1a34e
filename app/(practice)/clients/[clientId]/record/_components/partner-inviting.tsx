import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { FocusOnChange } from "@/components/ui/focus-on-change";
import { Section } from "@/components/ui/section";
import type { InvitationRecord, PartnerInviting as Inviting } from "@/db/queries/couples/partner-invitation";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { inviteOnceMore, keepStep } from "../partner-actions";
import { InvitingHistory } from "./inviting-history";
import { invitingWords } from "./inviting-words";
import { type Invitee, PartnerForm } from "./partner-form";
import { PartnerTalkFields } from "./partner-talk-fields";
import { ShownInvitation } from "./shown-invitation";

type Props = {
  clientId: string;
  firstName: string;
  inviting: Inviting;
  invitee: Invitee;
  day: (date: string) => string;
  moment: (at: Date) => string;
  now: Date;
};

/** The partner's invitation as a step of its own: what the client said alone, then the invitation, then what became of it. */
export function PartnerInviting({ clientId, firstName, inviting, invitee, day, moment, now }: Props) {
  const { talks, invitations, fault, mayChange } = inviting;
  const [newest] = invitations;
  const words = invitingWords({ firstName, inviting, day, moment, now });
  const isOver = newest?.state === "declined" || newest?.state === "withdrawn";
  // A new step begins each form anew; an invitation does not, so that its link stays on the page until the next step.
  const step = `${talks.length}.${invitations.flatMap(({ steps }) => steps).length}`;
  return (
    <Section id="inviting" title="Inviting the partner">
      <div className="grid gap-4">
        <FocusOnChange mark={`${step}.${invitations.length}.${newest?.state}`}>{words}</FocusOnChange>
        <p className="text-ink-2 text-small">
          A partner is invited only after {firstName}’s yes in a talk alone. A no, silence or leaving changes nothing
          for anybody, and no page or letter of {firstName}’s shows any of it.
        </p>
        {mayChange ? (
          <>
            <PartnerTalkFields
              key={`talk.${step}`}
              clientId={clientId}
              firstName={firstName}
              isFirst={talks.length === 0}
            />
            <ActionForm
              key={`again.${step}`}
              action={inviteOnceMore}
              submit={`Invite ${newest?.name ?? "them"} again`}
              busy="Inviting…"
              look="outline"
              small
              whenDone={<ShownInvitation />}
              instead={isOver && !fault ? undefined : ""}
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <input type="hidden" name="clientId" value={clientId} />
            </ActionForm>
            <PartnerForm
              key={`invite.${step}`}
              clientId={clientId}
              invitee={invitee}
              fold={newest ? "Invite somebody else" : undefined}
              isOffered={!fault}
            />
            {newest?.state === "invited" ? (
              <div className="flex gap-2.5 flex-wrap items-center">
                <Step
                  key={`no.${step}`}
                  clientId={clientId}
                  invitation={newest}
                  kind="declined"
                  label="They said no"
                  submit="Keep that they said no"
                />
                <Step
                  key={`back.${step}`}
                  clientId={clientId}
                  invitation={newest}
                  kind="withdrawn"
                  label="Take the invitation back"
                  submit="Take it back"
                />
              </div>
            ) : null}
          </>
        ) : null}
        <InvitingHistory inviting={inviting} day={day} moment={moment} />
      </div>
    </Section>
  );
}

type StepProps = {
  clientId: string;
  invitation: InvitationRecord;
  kind: "declined" | "withdrawn";
  label: string;
  submit: string;
};

function Step({ clientId, invitation, kind, label, submit }: StepProps) {
  return (
    <ActionForm action={keepStep} fold={label} submit={submit} busy="Keeping it…" look="outline" small>
      <input type="hidden" name="invitationId" value={invitation.id} />
      <input type="hidden" name="kind" value={kind} />
      <p className="text-ink-2 text-small">
        The link stops working, and {invitation.name} is written to by nobody. You can invite them again later.
      </p>
      <FormTextarea name="note" label="A note for staff, if you wish" rows={2} maxLength={limits.safetyNote} />
      <KeptWords place={notePlace(clientId, `invite-${kind}`)} />
    </ActionForm>
  );
}
