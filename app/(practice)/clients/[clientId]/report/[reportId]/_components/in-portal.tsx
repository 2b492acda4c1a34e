import { ActionForm } from "@/components/forms/action-form";
import { Section } from "@/components/ui/section";
import type { ClientHeader } from "@/db/queries/clients/client-overview";
import { type ReportRecord, sendingInForce } from "@/db/queries/reports/reports";
import { firstNameOf } from "@/lib/first-name";
import { waitsForJointSteps } from "@/lib/reports/report";
import { send, takeBack } from "../../actions";
import { IdFields, type Ids } from "./sign-report";

type Props = {
  ids: Ids;
  report: ReportRecord;
  header: ClientHeader;
  maySign: boolean;
  moment: (at: Date) => string;
};

/** What the client finds in their portal, and until when. The same is said whatever safety holds. */
export function InPortal({ ids, report, header, maySign, moment }: Props) {
  const name = firstNameOf(header.name);
  const sent = sendingInForce(report);
  const waits = waitsForJointSteps(report.plan.parts)
    ? ` Because of what it holds it opens there in weeks of joint steps, as charts do on ${name}’s own pages.`
    : "";
  return (
    <Section id="portal" title="In the portal">
      {sent ? (
        <p>
          Sent by {sent.by}, {moment(sent.at)}. {name} can save it as a file.{waits}
        </p>
      ) : (
        <p>
          Not there. {name} would find it under “Documents”, with its name, who signed it and when.{waits} A file that
          was saved stays on that device: talk about where it will lie, and who else looks there.
        </p>
      )}
      {maySign ? <Steps ids={ids} isSent={sent !== null} mayBeSent={header.hasAccepted} name={name} /> : null}
    </Section>
  );
}

function Steps({ ids, isSent, mayBeSent, name }: { ids: Ids; isSent: boolean; mayBeSent: boolean; name: string }) {
  if (isSent)
    return (
      <ActionForm
        action={takeBack}
        submit="Take it back"
        busy="Taking it back…"
        look="outline"
        className="mt-4 grid gap-3 [&>[data-look]]:justify-self-start"
      >
        <IdFields ids={ids} />
        <p className="text-ink-2 text-small">Taken back, it leaves the portal at once. A file that was saved stays.</p>
      </ActionForm>
    );
  if (!mayBeSent) return <p className="mt-4 text-ink-2">{name} has not come to the portal yet.</p>;
  return (
    <ActionForm action={send} submit="Send through the portal" busy="Sending…" className="mt-4">
      <IdFields ids={ids} />
    </ActionForm>
  );
}
