import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SharedView } from "@/components/portal/shared-view";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getSharePreview } from "@/db/queries/couples/own-sharing";
import { atOnce } from "@/lib/at-once";
import { isShownAlone, itemAt, itemInSentence, itemWords } from "@/lib/couples/share-items";
import { isNothing } from "@/lib/couples/shared-scores";
import { firstNameOf } from "@/lib/first-name";
import { formatList, formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../../_shell/portal-page";
import { decide } from "../actions";

export const metadata: Metadata = { title: "Sharing" };

type Props = { searchParams: Promise<{ show?: string | string[] }> };

export default async function SharePreviewPage({ searchParams }: Props) {
  const chosen = [(await searchParams).show ?? []].flat().flatMap((number) => itemAt(Number(number)) ?? []);
  const { data, session } = await loadForClient(async (scope) => {
    const { preview, people } = await atOnce({ preview: getSharePreview(scope, chosen), people: getOwnPeople(scope) });
    return { preview, therapistName: people.therapistName, now: scope.now };
  });
  const { preview, now } = data;
  const { name, zone } = session.actor;
  const today = localDate(now, zone);
  const back = (
    <LinkButton href={paths.portal.sharing} look="quiet">
      Not now
    </LinkButton>
  );
  if (!preview || preview.items.length === 0)
    return (
      <PortalPage>
        <section className="desk:col-span-full">
          <h1>Sharing</h1>
          <p className="mt-2 text-ink-2">
            {preview
              ? "Nothing is chosen. Tick what you would like to look at first."
              : waitingSentence(data.therapistName)}
          </p>
        </section>
        <div className="flex gap-2.5 flex-wrap items-center">
          <LinkButton href={paths.portal.sharing}>Back to sharing</LinkButton>
        </div>
      </PortalPage>
    );
  const { couple, items, view, notYet } = preview;
  const partner = firstNameOf(couple.partnerName);
  const from = formatLongDay(localDate(couple.changesAt, zone), today);
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>What {partner} would see</h1>
        <p className="text-ink-2">This, and nothing else, from {from} on. New answers show too, until you stop.</p>
      </section>
      <section className={task}>
        <h2 className="sr-only">As {partner} would see it</h2>
        {isNothing(view) ? <p>Nothing yet.</p> : null}
        {items.every(isShownAlone) ? null : (
          <p>
            {itemWords("sexual")}: {partner} sees nothing of it by your choice. It only lets your therapist put it into
            a picture for you both.
          </p>
        )}
        <SharedView view={view} name={firstNameOf(name)} day={(date) => formatLongDay(date, today)} />
        {notYet.length > 0 ? (
          <p className="mt-4.5 text-ink-2">
            Nothing to show yet for {formatList(notYet.map(itemInSentence))}. Scores appear once your therapist has
            shown them to you, and weeks once they are over.
          </p>
        ) : null}
      </section>
      <section className={task}>
        <h2>You choose</h2>
        <ul className="grid gap-2 mt-2.5 mb-3.5">
          {items.map((item) => (
            <li key={item}>{itemWords(item)}</li>
          ))}
        </ul>
        <p>
          You can stop at any time, without a reason, and {partner} is not told. What you stop is gone with the next
          practice week. Share only what you would be glad to show anyway.
        </p>
        <div className="flex gap-2.5 flex-wrap items-center">
          <ActionForm action={decide} submit={`Share with ${partner}`} busy="Saving…">
            <input type="hidden" name="coupleId" value={couple.id} />
            <input type="hidden" name="decision" value="shared" />
            {items.map((item) => (
              <input key={item} type="hidden" name="items[]" value={item} />
            ))}
          </ActionForm>
          {back}
        </div>
      </section>
    </PortalPage>
  );
}
