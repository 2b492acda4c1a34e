import type { Metadata } from "next";
import { AccountView } from "@/components/identity/account-view";
import { PageHead } from "@/components/shell/page-head";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { accountActions, accountForView } from "@/lib/server/auth/account-page";
import { loadForStaff } from "@/lib/server/load";
import { PracticePage } from "../_shell/practice-page";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { data, session } = await loadForStaff(async (scope) => accountForView(await getOwnAccount(scope), scope.now));
  return (
    <PracticePage session={session}>
      <PageHead title="Account" sub={session.practiceName} />
      <AccountView account={data} actions={accountActions} />
    </PracticePage>
  );
}
