import type { Metadata } from "next";
import { ReadingBody } from "@/components/learn/reading-body";
import { WhereToTurn } from "@/components/learn/where-to-turn";
import { NotADistanceMove } from "@/components/portal/not-a-distance-move";
import { OneButton } from "@/components/portal/one-button";
import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { Crumb } from "@/components/shell/crumb";
import { LinkButton } from "@/components/ui/link-button";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import { getOwnReading } from "@/db/queries/learn/readings";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { namesMoves } from "@/lib/learn/names-moves";
import { isSafetyReading } from "@/lib/learn/where-to-turn";
import { paths } from "@/lib/paths";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../../_shell/portal-page";
import { markRead } from "./actions";
import "../../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "A short reading" };

export default async function ReadingPage({ params }: { params: Promise<{ key: string }> }) {
  const { key: place } = await params;
  const { data } = await loadForClient(async (scope) => {
    const { reading, marks } = await atOnce({ reading: getOwnReading(scope, place), marks: getReadingMarks(scope) });
    const help = isSafetyReading(reading.key) ? await getOwnHelp(scope) : null;
    return { reading, isRead: marks.includes(reading.key), help };
  });
  const { reading, isRead, help } = data;
  return (
    <PortalPage>
      <article className="[&_[data-crumb]]:justify-self-start [&_[data-crumb]]:min-h-11 [&_[data-crumb]]:text-base grid gap-6">
        <Crumb href="/portal/learn">Learn</Crumb>
        <ReadingBody reading={reading}>
          {help ? (
            <WhereToTurn>
              <HelpDanger help={help} />
              <HelpLines help={help} />
            </WhereToTurn>
          ) : null}
        </ReadingBody>
        {namesMoves(reading) ? <NotADistanceMove /> : null}
        <div className="flex gap-2.5 flex-wrap items-center">
          {isRead ? (
            <p className="text-ink-2">You have read this one.</p>
          ) : (
            <OneButton action={markRead} fields={{ key: reading.key }} label="Mark as read" busy="Saving…" />
          )}
          {help ? null : (
            <LinkButton href={paths.portal.contacts} look="quiet">
              If home is not safe
            </LinkButton>
          )}
        </div>
      </article>
    </PortalPage>
  );
}
