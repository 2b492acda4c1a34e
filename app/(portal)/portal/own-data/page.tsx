import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { task } from "@/components/shell/task";
import { asButton } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { getOwnErasure } from "@/db/queries/clients/erasure";
import { getOwnPeople } from "@/db/queries/clients/own-people";
import { isProvedAgain } from "@/db/queries/identity/fresh-proof";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { AskErasure } from "./_components/ask-erasure";
import { ErasureAsked } from "./_components/erasure-asked";
import { showOwnFile } from "./actions";
import "../../../portal.css";

export const metadata: Metadata = { title: "Your data" };

/** What is stored, to take along, to have put right, to have erased: the same page for everybody. Where a file will lie is said first. */
export default async function OwnDataPage() {
  const { data, session } = await loadForClient(
    async (scope) => {
      const people = getOwnPeople(scope);
      const read = await atOnce({ people, isProved: isProvedAgain(scope), erasure: getOwnErasure(scope) });
      return { ...read, now: scope.now };
    },
    { beforeConsent: true },
  );
  const name = firstNameOf(data.people.therapistName);
  if (data.erasure.is !== "none")
    return (
      <PortalPage withNav={false} afterwards="works">
        <h1>Your data</h1>
        <ErasureAsked
          name={name}
          when={inSentence(formatMoment(data.erasure.since, data.now, session.actor.zone))}
          isAnswered={data.erasure.is === "granted"}
        />
      </PortalPage>
    );
  return (
    <PortalPage afterwards="works">
      <section className="desk:col-span-full">
        <h1>Your data</h1>
        <p className="reading mt-2">What stands on your pages is yours. You can take it along as a file.</p>
      </section>
      <section className={task}>
        <h2>Before you save it</h2>
        <p>
          The file goes to this phone or computer, mostly under Downloads. It stays there when you leave this page, and
          when you leave quickly. Whoever uses this device can open it, without a password. If that is not safe, leave
          it here. {name} can also read your pages with you.
        </p>
      </section>
      <section className={task}>
        <h2>Take your pages along</h2>
        <p>
          The file is a zip. In it is a page to read, a table, and the same for other programs. It holds what you wrote
          and logged, and what {name} wrote to you. Charts are not in it, and nothing of anybody else.
        </p>
        {data.isProved ? (
          <>
            <p>It can be saved for five minutes. Then your password is asked again.</p>
            <a {...asButton({ look: "outline" })} href="/api/files" download>
              Save the file
            </a>
          </>
        ) : (
          <ActionForm
            action={showOwnFile}
            submit="Go on"
            busy="Looking…"
            look="outline"
            className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
          >
            <FormPassword name="password" label="Your password" autoComplete="current-password" required />
          </ActionForm>
        )}
      </section>
      <section className={task}>
        <h2>If something is wrong</h2>
        <p>
          Tell {name} what is not right on your record, in Messages or when you talk. {name} can put it right, and the
          record keeps that it was changed. {name} can also show you all that is stored about you.
        </p>
        <LinkButton href="/portal/messages" look="quiet" flush>
          Messages
        </LinkButton>
      </section>
      <AskErasure name={name} />
      <LinkButton href="/portal/account" look="quiet" flush>
        Account
      </LinkButton>
    </PortalPage>
  );
}
