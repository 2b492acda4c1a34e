import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AboutLeaving } from "@/components/portal/about-leaving";
import { LinkButton } from "@/components/ui/link-button";
import { consentText } from "@/lib/domain/identity/consent-text";
import { paths } from "@/lib/paths";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { AgreeForm } from "./_components/agree-form";
import { agree } from "./actions";
import "../../../beyond-today.css";

export const metadata: Metadata = { title: "Before you start" };

export default async function ConsentPage() {
  const { data } = await loadForClient(
    async ({ actor }) => ({ agreed: actor.consentVersion === consentText.version }),
    {
      beforeConsent: true,
    },
  );
  if (data.agreed) redirect("/portal");
  return (
    <PortalPage withNav={false}>
      <section className="prose">
        <h1>{consentText.title}</h1>
        {consentText.paragraphs.map((paragraph) => (
          <p className="read" key={paragraph}>
            {paragraph}
          </p>
        ))}
      </section>
      <section className="prose" aria-labelledby="leaving">
        <h2 id="leaving">If somebody comes in</h2>
        <AboutLeaving />
      </section>
      <AgreeForm action={agree} version={consentText.version} />
      <div className="row">
        <LinkButton href={paths.portal.contacts} look="quiet" flush>
          Who to call, if you are not safe
        </LinkButton>
      </div>
    </PortalPage>
  );
}
