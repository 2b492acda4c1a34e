import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { AccountView } from "@/components/identity/account-view";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { accountActions, accountForView } from "@/lib/server/auth/account-page";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { withdraw } from "./actions";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { data } = await loadForClient(async (scope) => accountForView(await getOwnAccount(scope), scope.now), {
    beforeConsent: true,
  });
  return (
    <PortalPage>
      <h1>Account</h1>
      <AccountView account={data} actions={accountActions} />
      <Section
        id="account-consent"
        title="Your agreement"
        sub="If you take it back, the portal closes until you agree again, and your therapist talks with you about what happens next."
      >
        <ActionForm action={withdraw} submit="Take my agreement back" busy="Taking it back…" look="outline" />
      </Section>
    </PortalPage>
  );
}
