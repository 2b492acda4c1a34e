import type { Metadata } from "next";
import { AccountView } from "@/components/identity/account-view";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { accountActions, accountForView } from "@/lib/server/auth/account-page";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { data } = await loadForClient(async (scope) => accountForView(await getOwnAccount(scope), scope.now), {
    beforeConsent: true,
  });
  return (
    <PortalPage>
      <h1>Account</h1>
      <AccountView account={data} actions={accountActions} />
    </PortalPage>
  );
}
