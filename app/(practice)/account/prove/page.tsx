import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { EnterByPasskey } from "@/components/identity/enter-by-passkey";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { downloadAsked, PROOF_MINUTES } from "@/lib/identity/proof-rule";
import { relyingParty } from "@/server/auth/relying-party";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { askPasskey, proveByPasskey, proveByPassword } from "./actions";

export const metadata: Metadata = { title: "Show that it is you" };

type Search = Promise<{ file?: string | string[] }>;

/** For what an unattended screen must not allow: a download, or a form on another page that asked. */
export default async function ProvePage({ searchParams }: { searchParams: Search }) {
  const { file } = await searchParams;
  const download = downloadAsked(file);
  const { data: isProved, session } = await loadForStaff(isFreshlyProved);
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/account">Account</Crumb>
      <PageHead
        title="Show that it is you"
        sub="Some things need more than an open screen: who may do what, clearing a stop, crisis numbers, a download of what somebody answered or of who did what."
      />
      {isProved ? (
        <>
          <Notice
            tone="plain"
            title={`Thank you. For ${PROOF_MINUTES} minutes you are not asked again: go back to where you were, and send it once more.`}
          />
          {download ? (
            <p className="pt-6">
              <a href={download} download>
                Download the file
              </a>
            </p>
          ) : null}
        </>
      ) : (
        <div className="grid gap-6 pt-6 max-w-100">
          <ActionForm action={proveByPassword} submit="This is me" busy="Looking…">
            <FormPassword name="password" label="Your password" autoComplete="current-password" required />
          </ActionForm>
          <EnterByPasskey
            host={relyingParty()?.id ?? ""}
            ask={askPasskey}
            enter={proveByPasskey}
            submit="Show it with a passkey"
          />
        </div>
      )}
    </PracticePage>
  );
}
