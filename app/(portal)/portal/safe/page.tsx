import type { Metadata } from "next";
import { OneButton } from "@/components/portal/one-button";
import { TellForm } from "@/components/portal/tell-form";
import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnSafety } from "@/db/queries/safety-contacts";
import { consentText } from "@/lib/domain/identity/consent-text";
import { NOT_WATCHED } from "@/lib/domain/safety/crisis-contacts";
import { formatMoment } from "@/lib/format";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { chooseAway, notSafe } from "./actions";
import "../../../beyond-today.css";

export const metadata: Metadata = { title: "Contacts" };

/** Where to turn. It opens before consent too: these numbers are never held back. */
export default async function SafePage() {
  const { data, session } = await loadForClient(
    async (scope) => ({
      ...(await getOwnSafety(scope)),
      now: scope.now,
      isAgreed: scope.actor.consentVersion === consentText.version,
    }),
    { beforeConsent: true },
  );
  const { help, told, now } = data;
  const first = data.therapistName.split(" ")[0] ?? data.therapistName;
  const { zone } = session.actor;
  return (
    <PortalPage withNav={data.isAgreed}>
      <section className="prose contacts-head">
        <h1>You are not alone with this</h1>
        {told ? (
          <div>
            <h2>{first} has been told</h2>
            <p className="sec">
              {formatMoment(told, now, zone)}. It stands at the top of what {first} sees in Nearer. No exercise is owed,
              and you don’t have to explain anything here.
            </p>
          </div>
        ) : null}
        <p className="strong">{NOT_WATCHED}</p>
      </section>
      <HelpDanger help={help} />
      <HelpLines help={help} />
      {told ? null : (
        <section className="task">
          <h2>{data.isAgreed ? `Tell ${first}` : "Nobody is told from here yet"}</h2>
          {data.isAgreed ? (
            <p>
              {first} sees at the top of the page that you don’t feel safe. No exercise is owed, and you don’t have to
              explain.
            </p>
          ) : (
            <p>
              Until you have agreed to the use of Nearer, it tells {first} nothing. Reach {first} in the way you know,
              or call one of the numbers above.
            </p>
          )}
          {data.isAgreed ? <TellForm action={notSafe} therapist={first} /> : null}
        </section>
      )}
      {told ? (
        <details className="task">
          <summary>Put my exercises away</summary>
          <p>Your pages will then differ from before. You can take them out again on Today, whenever you like.</p>
          <OneButton action={chooseAway} fields={{ choice: "away" }} label="Put them away" busy="One moment…" />
        </details>
      ) : null}
      <section className="task">
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
