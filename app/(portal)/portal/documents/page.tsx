import type { Metadata } from "next";
import { task } from "@/components/shell/task";
import { asButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getOwnReports } from "@/db/queries/reports/own-reports";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay } from "@/lib/format";
import { waitingSentence } from "@/lib/safety/waiting-sentence";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import "../../../portal.css";

export const metadata: Metadata = { title: "Documents" };

/** What the therapist wrote up and sent: what it is, from whom and when, each as a file. Where a file lies is said first. */
export default async function DocumentsPage() {
  const { data, session } = await loadForClient(async (scope) => {
    const read = await atOnce({ own: getOwnReports(scope), therapist: getOwnTherapist(scope) });
    return { ...read, now: scope.now };
  });
  const { zone } = session.actor;
  const { own, therapist, now } = data;
  const name = firstNameOf(therapist.name);
  const day = (at: Date) => formatLongDay(localDate(at, zone), localDate(now, zone));
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Documents</h1>
        <p className="reading mt-2">What {name} wrote up for you. It is yours to keep, or to leave here.</p>
      </section>
      <OwnWords words={own.words}>
        {own.reports.length === 0 ? (
          <Empty title="Nothing here yet">What {name} sends you is listed here.</Empty>
        ) : (
          <>
            <section className={task}>
              <h2>Before you save one</h2>
              <p>
                The file goes to this phone or computer, mostly under Downloads. It stays there when you leave this
                page, and when you leave quickly. Whoever uses this device can open it. If that is not safe, leave it
                here and look at it with {name}.
              </p>
            </section>
            {own.reports.map(({ id, title, by, sentAt, waits }) => (
              <section className={task} key={id}>
                <h2>{title}</h2>
                <p className="text-ink-2">
                  From {by}, {day(sentAt)}. A PDF file.
                </p>
                {waits ? (
                  <p>{waitingSentence(therapist.name)}</p>
                ) : (
                  <a {...asButton({ look: "outline" })} href={`/api/files/${id}`} download>
                    Save the file
                  </a>
                )}
              </section>
            ))}
          </>
        )}
      </OwnWords>
      <LinkButton href="/portal/path" look="quiet" flush>
        My path
      </LinkButton>
    </PortalPage>
  );
}
