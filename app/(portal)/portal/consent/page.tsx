import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { consentText } from "@/lib/domain/identity/consent-text";
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
      <AgreeForm action={agree} version={consentText.version} />
      <div className="row">
        <LinkButton href="/portal/safe" look="quiet" flush>
          Who to call, if you are not safe
        </LinkButton>
      </div>
    </PortalPage>
  );
}
