import type { Metadata } from "next";
import { Section } from "@/components/ui/section";
import { getClientRecord } from "@/db/queries/client-record";
import { localDate } from "@/lib/domain/time/zone";
import { formatDay, formatLongDay, formatMoment } from "@/lib/format";
import { loadClient } from "@/lib/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { InviteAgain } from "./_components/invite-again";
import { inviteAgain } from "./actions";

export const metadata: Metadata = { title: "Record" };

export default async function RecordPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getClientRecord);
  const { header, now } = data;
  const facts: [string, string][] = [
    ["Record number", String(header.recordNumber)],
    ["E-mail", header.email],
    ["Time zone", header.zone.replaceAll("_", " ")],
    ["Therapist", header.therapistName],
    ["Partner", header.partner?.name ?? "None named"],
    ["Protocol starts", header.enrolment ? formatLongDay(header.enrolment.startDate, today) : "Not enrolled"],
    ["Last activity", header.lastActivityAt ? formatMoment(header.lastActivityAt, now, header.zone) : "None yet"],
  ];
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record">
      <div className="cols">
        <div>
          <Section id="record" title="Record">
            <dl className="facts">
              {facts.map(([term, value]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </Section>
        </div>
        <aside aria-label="Access">
          <Section id="access" title="Access to the portal">
            {header.hasAccepted ? (
              <p>{header.name} has accepted the invitation and signs in with a password.</p>
            ) : (
              <>
                <p className="sec">
                  {header.invitationEndsAt && header.invitationEndsAt > now
                    ? `Invited. The link works until ${formatDay(localDate(header.invitationEndsAt, header.zone), today)}.`
                    : "The invitation has run out. Make a new link."}
                </p>
                <InviteAgain action={inviteAgain} clientId={header.id} />
              </>
            )}
          </Section>
        </aside>
      </div>
    </ClientPage>
  );
}
