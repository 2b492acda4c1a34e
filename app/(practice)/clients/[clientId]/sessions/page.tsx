import type { Metadata } from "next";
import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { getClientSessions } from "@/db/queries/appointments/appointments";
import { firstNameOf } from "@/lib/first-name";
import { paths, within } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { loadClient } from "@/server/load-client";
import { SessionList } from "../../../_sessions/session-list";
import { ClientPage } from "../_shell/client-page";

export const metadata: Metadata = { title: "Sessions" };

/** The sessions of one client: what is planned, and what became of those before. */
export default async function ClientSessionsPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getClientSessions);
  const { header, coming, past, now } = data;
  const { role, accountId, zone } = session.actor;
  const mayBook = role === "owner" || header.therapistId === accountId;
  const book = (
    <LinkButton href={within("/sessions/new", `?client=${header.id}`)} look="outline" small>
      Book a session
    </LinkButton>
  );
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="sessions">
      <div className="mt-6.5 max-w-219">
        <Section
          id="coming"
          title="Planned"
          sub={`${firstNameOf(header.name)} reads in the portal what is not kept out of it, and can ask for another time there.`}
          action={
            <>
              <Link className="mr-4 print:hidden" href={paths.client(header.id).goals} prefetch={false}>
                Goals
              </Link>
              {mayBook ? book : null}
            </>
          }
        >
          {coming.length > 0 ? (
            <SessionList label="Planned sessions" sessions={coming} clock={{ now, zone }} of="client" />
          ) : (
            <Empty title="No session is planned" />
          )}
        </Section>
        <Section
          id="past"
          title="Before"
          sub={past.length > 0 ? `${counted(past.length, "session")}, the newest first.` : undefined}
        >
          {past.length > 0 ? (
            <SessionList label="Earlier sessions" sessions={past} clock={{ now, zone }} of="client" />
          ) : (
            <Empty title="No earlier session">Each is kept here once you have said how it went.</Empty>
          )}
        </Section>
      </div>
    </ClientPage>
  );
}
