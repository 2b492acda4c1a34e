import type { Metadata } from "next";
import { TellForm } from "@/components/portal/tell-form";
import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getOwnConsent } from "@/db/queries/clients/consent";
import { getOwnTold } from "@/db/queries/safety/own-told";
import { getOwnSafety } from "@/db/queries/safety/safety-contacts";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, formatNearDay, inSentence } from "@/lib/format";
import { consentText } from "@/lib/identity/consent-text";
import { NOT_WATCHED } from "@/lib/safety/crisis-contacts";
import { awayWords, toldWords } from "@/lib/safety/told-words";
import { localDate } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { mailIsSet } from "@/server/mail";
import { PortalPage } from "../../_shell/portal-page";
import { OpenUntilLeft } from "./_components/open-until-left";
import { WhatITold } from "./_components/what-i-told";
import { addWord, chooseAway, notSafe } from "./actions";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "Contacts" };

/** Where to turn. It opens before consent too: these numbers are never held back. */
export default async function SafePage({ searchParams }: { searchParams: Promise<{ now?: string | string[] }> }) {
  const isNow = (await searchParams).now !== undefined;
  const { data, session } = await loadForClient(
    async (scope) => {
      const { safety, ...own } = await atOnce({
        safety: getOwnSafety(scope),
        therapist: getOwnTherapist(scope),
        told: getOwnTold(scope),
        consent: getOwnConsent(scope),
      });
      const isAgreed = scope.actor.consentVersion === consentText.version;
      return { ...safety, ...own, now: scope.now, isAgreed };
    },
    { beforeConsent: true },
  );
  const { help, told, now } = data;
  const first = firstNameOf(data.therapistName);
  const { zone } = session.actor;
  const moment = (at: Date) => inSentence(formatMoment(at, now, zone));
  const day = (date: string) => formatNearDay(date, localDate(now, zone));
  const words = told && toldWords(told, data.therapist, mailIsSet(), { moment, day });
  const away = awayWords(data.therapist, day);
  const isHeard = data.isAgreed || data.consent.hasEverAgreed;
  return (
    <PortalPage withNav={data.isAgreed} afterwards="works">
      <section className="grid gap-4">
        <h1 className="mb-2">You are not alone with this</h1>
        <p className="font-strong text-ink">{NOT_WATCHED}</p>
      </section>
      <HelpDanger help={help} />
      <HelpLines help={help} />
      <section className={task}>
        <h2>{isHeard ? `Tell ${first}` : "Nobody is told from here yet"}</h2>
        {away ? <p>{away}</p> : null}
        {isHeard ? (
          <p>
            {data.asked.length > 0
              ? `It stands first on the list that ${data.asked.join(" and ")} ${data.asked.length > 1 ? "see" : "sees"}.`
              : "Nobody in the practice sees it at the moment: please call one of the numbers."}{" "}
            No exercise is owed, and you don’t have to explain.
          </p>
        ) : (
          <p>
            Until you have agreed to the use of Nearer, it tells {first} nothing. Reach {first} in the way you know, or
            call one of the numbers above.
          </p>
        )}
        {isHeard ? <TellForm action={notSafe} therapist={first} /> : null}
      </section>
      {isHeard ? (
        <OpenUntilLeft label={`What I told ${first}`} isNow={isNow && told !== null}>
          <WhatITold told={told} words={words} moment={moment} therapist={first} say={addWord} away={chooseAway} />
        </OpenUntilLeft>
      ) : null}
      <section className={task}>
        <p>
          Somebody who opens this phone may see that you were here. Leave quickly takes you away from the page and signs
          you out; it does not erase the browser’s history.
        </p>
        <LinkButton href={data.isAgreed ? "/portal" : "/portal/consent"}>
          {data.isAgreed ? "Back to today" : "Back"}
        </LinkButton>
      </section>
    </PortalPage>
  );
}
