import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AboutLeaving } from "@/components/portal/about-leaving";
import { AgreementWords } from "@/components/portal/agreement-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { currentLimits, getOwnConsent } from "@/db/queries/clients/consent";
import { getOwnErasure } from "@/db/queries/clients/erasure";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { consentText } from "@/lib/identity/consent-text";
import { paths } from "@/lib/paths";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { AgreeForm } from "./_components/agree-form";
import { agree } from "./actions";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";

export const metadata: Metadata = { title: "Before you start" };

/** Before anything is asked, and again once somebody took it back: then it says so first. */
export default async function ConsentPage() {
  const { data, session } = await loadForClient(
    async (scope) => ({
      ...(await atOnce({
        limits: currentLimits(scope),
        own: getOwnConsent(scope),
        people: getOwnPeople(scope),
        erasure: getOwnErasure(scope),
      })),
      agreed: scope.actor.consentVersion === consentText.version,
      now: scope.now,
    }),
    { beforeConsent: true },
  );
  if (data.erasure.is !== "none") redirect(paths.portal.ownData);
  if (data.agreed) redirect("/portal");
  const { newest } = data.own;
  const therapist = firstNameOf(data.people.therapistName);
  return (
    <PortalPage withNav={false} afterwards="works">
      <section className="grid gap-4 [&>p+h2]:mt-5">
        {newest?.decision === "withdrawn" ? (
          <Notice
            tone="plain"
            title={`You took your agreement back, ${inSentence(formatMoment(newest.decidedAt, data.now, session.actor.zone))}`}
            announce
          >
            It stands on {therapist}’s list now, and {therapist} talks with you about what happens next. The portal is
            closed until you agree again. “I don’t feel safe” goes on working: it is on the page with the numbers.
          </Notice>
        ) : newest ? (
          <Notice
            tone="plain"
            title={`You agreed ${inSentence(formatMoment(newest.decidedAt, data.now, session.actor.zone))}. The words have changed since`}
            announce
          >
            Please read them once more. Your pages open again when you agree. “I don’t feel safe” goes on working: it is
            on the page with the numbers.
          </Notice>
        ) : null}
        <AgreementWords limits={data.limits} isOnOwnPage />
      </section>
      <section className="grid gap-4 [&>p+h2]:mt-5" aria-labelledby="leaving">
        <h2 id="leaving">If somebody comes in</h2>
        <AboutLeaving />
      </section>
      <AgreeForm action={agree} version={consentText.version} limits={data.limits.version} />
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href={paths.portal.contacts} look="quiet" flush>
          Who to call, if you are not safe
        </LinkButton>
      </div>
    </PortalPage>
  );
}
