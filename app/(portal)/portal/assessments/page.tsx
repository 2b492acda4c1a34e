import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { ListPages } from "@/components/ui/list-pages";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { clientTitle } from "@/lib/assessments/client-title";
import { formatDay } from "@/lib/format";
import { readPage } from "@/lib/paging";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import "../../../beyond-today.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "What you answered" };

export default async function SentPage({ searchParams }: { searchParams: Promise<{ page?: string | string[] }> }) {
  const { page } = await searchParams;
  const { data } = await loadForClient(async (scope) => {
    const own = await atOnce({ words: getOwnWords(scope), sent: listOwnSent(scope, readPage(page)) });
    return { ...own, today: localDate(scope.now, scope.actor.zone) };
  });
  const { sent, today } = data;
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>What you answered</h1>
        <p className="reading mt-2">
          Your answers stay as you gave them. What they mean is something to talk about with your therapist.
        </p>
      </section>
      {sent.total === 0 ? (
        <Empty title="Nothing sent yet">What you send to your therapist is listed here.</Empty>
      ) : (
        <OwnWords words={data.words}>
          <ul className="list-none">
            {sent.rows.map(({ id, title, date, isDiscussed }) => (
              <li
                className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
                key={id}
              >
                <span>
                  <span className="font-strong text-ink">{clientTitle({ title, sensitivity: "ordinary" })}</span>
                  <span className="second-line block text-ink-2 text-small">
                    {formatDay(date, today)}
                    {isDiscussed ? ". You talked about it in a session." : ""}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <ListPages paged={sent} label="Pages of what you answered" href={(to) => `/portal/assessments?page=${to}`} />
        </OwnWords>
      )}
    </PortalPage>
  );
}
