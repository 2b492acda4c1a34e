import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { listOwnSent } from "@/db/queries/own-sent-assessments";
import { localDate } from "@/lib/domain/time/zone";
import { formatDay } from "@/lib/format";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";

export const metadata: Metadata = { title: "What you answered" };

export default async function SentPage() {
  const { data } = await loadForClient(async (scope) => ({
    sent: await listOwnSent(scope),
    today: localDate(scope.now, scope.actor.zone),
  }));
  const { sent, today } = data;
  return (
    <PortalPage>
      <section className="hello">
        <h1>What you answered</h1>
        <p className="read">Your answers stay as you gave them. What they mean is for the two of you to talk about.</p>
      </section>
      {sent.length === 0 ? (
        <Empty title="Nothing sent yet">What you send to your therapist is listed here.</Empty>
      ) : (
        <ul className="rows">
          {sent.map(({ id, title, date, isDiscussed }) => (
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
      )}
    </PortalPage>
  );
}
