import type { Metadata } from "next";
import { SharedView } from "@/components/portal/shared-view";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getOwnSharing } from "@/db/queries/couples/own-sharing";
import { atOnce } from "@/lib/at-once";
import { isNothing } from "@/lib/couples/shared-scores";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { InForce } from "./_components/active-shares";
import { ChooseItems } from "./_components/choose-items";
import { SharingLedger } from "./_components/sharing-ledger";

export const metadata: Metadata = { title: "Sharing" };

export default async function SharingPage() {
  const { data, session } = await loadForClient(async (scope) => {
    const { sharing, people } = await atOnce({ sharing: getOwnSharing(scope), people: getOwnPeople(scope) });
    return { ...sharing, therapistName: people.therapistName, now: scope.now };
  });
  const { couple, isOpen, states, view, choices, ledger, now } = data;
  const { name, zone } = session.actor;
  const today = localDate(now, zone);
  const moment = (at: Date) => formatMoment(at, now, zone);
  const changes = couple ? formatLongDay(localDate(couple.changesAt, zone), today) : "";
  const partner = firstNameOf(couple?.partnerName ?? "");
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Sharing</h1>
        <p className="mt-2 text-ink-2">
          {isOpen
            ? `You decide what ${partner} may see of yours, one thing at a time. What you choose or stop shows from ${changes}, when the next practice week begins. Nobody gets a message, and what you keep to yourself is not shown. Somebody who knows the kinds of close can see that one is missing. Your therapist can read what you decided.`
            : waitingSentence(data.therapistName)}
        </p>
      </section>
      {couple && (isOpen || states.length > 0) ? (
        <section className={task}>
          <h2>{isOpen ? `What ${partner} sees now` : "What you chose"}</h2>
          {states.length === 0 ? (
            <p>Nothing. That is a fine answer, today and any day.</p>
          ) : (
            <>
              {isOpen && isNothing(view) ? <p>Nothing of yours shows yet.</p> : null}
              {isOpen ? (
                <SharedView view={view} name={firstNameOf(name)} day={(date) => formatLongDay(date, today)} />
              ) : null}
              <InForce coupleId={couple.id} states={states} changes={changes} moment={moment} />
            </>
          )}
        </section>
      ) : null}
      {isOpen ? <ChooseItems choices={choices} partner={partner} /> : null}
      <SharingLedger ledger={ledger} moment={moment} />
      {couple ? (
        <div className="flex gap-2.5 flex-wrap items-center">
          <LinkButton href={paths.portal.together} look="quiet" flush>
            What is shown to you
          </LinkButton>
        </div>
      ) : null}
    </PortalPage>
  );
}
