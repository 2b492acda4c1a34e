import type { Metadata } from "next";
import { CoupleMirror } from "@/components/charts/couple-mirror";
import { AskAgain } from "@/components/portal/ask-again";
import { SharedView } from "@/components/portal/shared-view";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { theirWords } from "@/components/ui/their-words";
import { getTogether } from "@/db/queries/couples/together";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";

export const metadata: Metadata = { title: "Together" };

export default async function TogetherPage() {
  const { data, session } = await loadForClient(async (scope) => ({ ...(await getTogether(scope)), now: scope.now }));
  const { fromPartner, picture, now } = data;
  const today = localDate(now, session.actor.zone);
  const day = (date: string) => formatLongDay(date, today);
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Together</h1>
        <p className="mt-2 text-ink-2">
          What two people show each other stands here. It is each person’s own choice and can change with any practice
          week, without a reason.
        </p>
      </section>
      <AskAgain>
        {picture ? (
          <section className={task}>
            <h2>Side by side</h2>
            <p className="reading mt-1 mb-1.5" {...theirWords}>
              {picture.words}
            </p>
            <CoupleMirror
              caption="Scores of both, 0 to 96"
              first={firstNameOf(picture.firstName)}
              second={firstNameOf(picture.secondName)}
              rows={picture.rows}
            />
          </section>
        ) : null}
        {fromPartner ? (
          <section className={task}>
            <h2>From {firstNameOf(fromPartner.name)}</h2>
            <SharedView view={fromPartner.view} name={firstNameOf(fromPartner.name)} day={day} />
          </section>
        ) : null}
        {picture || fromPartner ? null : <p>There is nothing here at the moment.</p>}
      </AskAgain>
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href={paths.portal.sharing} look="quiet" flush>
          What you show
        </LinkButton>
      </div>
    </PortalPage>
  );
}
