import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NotADistanceMove } from "@/components/portal/not-a-distance-move";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { getGiven, unlessLocked } from "@/db/queries/drafts/draft-at";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { atOnce } from "@/lib/at-once";
import { distanceMoves, distanceMoveWords } from "@/lib/exercises/distance-moves";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { QuickLog } from "./_components/quick-log";
import { log } from "./actions";
import "../../../portal.css";

export const metadata: Metadata = { title: "A quick note" };

export default async function DistanceMovePage() {
  const { data } = await loadForClient(async (scope) => {
    const { people, words, begun } = await atOnce({
      people: getOwnPeople(scope),
      words: getOwnWords(scope),
      begun: getGiven(scope, { kind: "move" }),
    });
    return { ...people, begun: unlessLocked(begun, words) };
  });
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>A distance move you noticed</h1>
        <p className="reading mt-2">
          Everybody makes them. Seeing one is the skill that grows here; there is no count to keep low. Saying no to
          touch that you do not want is never one of them.
        </p>
        <NotADistanceMove />
      </section>
      <QuickLog
        id={randomUUID()}
        action={log}
        reader={data.reader}
        begun={data.begun}
        moves={distanceMoves.map((move) => ({
          value: move,
          label: distanceMoveWords[move].clientTitle,
          sub: distanceMoveWords[move].fromInside,
        }))}
      />
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal/path" look="quiet" flush>
          Back to my path
        </LinkButton>
      </div>
    </PortalPage>
  );
}
