import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { ListPages } from "@/components/ui/list-pages";
import { listOwnSent } from "@/db/queries/assessments/own-sent-assessments";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { formatDay } from "@/lib/format";
import { readPage } from "@/lib/paging";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import "../../../beyond-today.css";
import "../../../results.css";
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
      <section className="hello">
        <h1>What you answered</h1>
        <p className="read">
          Your answers stay as you gave them. What they mean is something to talk about with your therapist.
        </p>
      </section>
      {sent.total === 0 ? (
        <Empty title="Nothing sent yet">What you send to your therapist is listed here.</Empty>
      ) : (
        <OwnWords words={data.words}>
          <ul className="rows">
            {sent.rows.map(({ id, title, date, isDiscussed }) => (
              <li key={id}>
                <span>
                  <span className="strong">{title}</span>
                  <span className="second-line">
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
