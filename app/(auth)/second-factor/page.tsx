import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { CodeField } from "@/components/forms/form-fields";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { FactorKey } from "@/components/identity/factor-key";
import { RecoveryCodes } from "@/components/identity/recovery-codes";
import { asButton } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { getFactorSetup, getOwnAccount } from "@/db/queries/identity/own-account";
import { landingRoute } from "@/server/auth/enter-session";
import { factorPicture } from "@/server/auth/factor-qr";
import { signOutAction } from "@/server/auth/sign-out-action";
import { loadForAnyone } from "@/server/load";
import { Leave } from "../../_shell/leave";
import { OwnPage } from "../../_shell/own-page";
import { confirm } from "./actions";

export const metadata: Metadata = { title: "Second step" };

export default async function SecondFactorPage() {
  const { data, session } = await loadForAnyone(async (scope) => ({
    factor: await getFactorSetup(scope),
    account: await getOwnAccount(scope),
  }));
  const { factor, account } = data;
  const home = landingRoute({ role: session.actor.role, stage: "full" });
  if (factor.state === "none") redirect(account.isStaff ? "/sign-in" : home);
  const onward = (
    <LinkButton href={home} look="filled">
      Go to Nearer
    </LinkButton>
  );
  return (
    <OwnPage>
      <BeforeSignIn
        title="A second step"
        sub={
          account.isStaff
            ? "Needed before any client’s pages open."
            : "So that a password alone does not open your pages."
        }
        leave={account.isStaff ? undefined : <Leave />}
      >
        <ActionForm
          action={confirm}
          submit="Turn it on"
          busy="Checking…"
          whenDone={<RecoveryCodes>{onward}</RecoveryCodes>}
          instead={factor.state === "on" ? <AlreadyOn>{onward}</AlreadyOn> : undefined}
        >
          {factor.state === "waiting" ? (
            <FactorKey picture={await factorPicture(factor.key, account.email)} secretKey={factor.key} />
          ) : null}
          <CodeField label="The code that the app shows" hint="Six digits." />
        </ActionForm>
        {account.isStaff ? (
          <form className="door:grid door:gap-4.5" action={signOutAction}>
            <button type="submit" {...asButton({ look: "quiet", small: true, flush: true })}>
              Sign out
            </button>
          </form>
        ) : (
          <LinkButton href="/portal/account" look="quiet" flush>
            Back to your account
          </LinkButton>
        )}
      </BeforeSignIn>
    </OwnPage>
  );
}

function AlreadyOn({ children }: { children: React.ReactNode }) {
  return (
    <div className="grid gap-4">
      <p>Your second step is on. New recovery codes are on your account page.</p>
      {children}
    </div>
  );
}
