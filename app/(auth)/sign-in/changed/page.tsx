import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { LinkButton } from "@/components/ui/link-button";
import { unreadChanges } from "@/db/queries/identity/credential-changes";
import { formatMoment } from "@/lib/format";
import { credentialSentence } from "@/lib/identity/credential-change";
import { foldNewDevices } from "@/lib/identity/new-device";
import { landingRoute } from "@/server/auth/enter-session";
import { loadForAnyone } from "@/server/load";
import { Leave } from "../../../_shell/leave";
import { OwnPage } from "../../../_shell/own-page";
import { goOn } from "./actions";

export const metadata: Metadata = { title: "Your sign-in" };

/** Told once, before anything else: nobody changes how somebody signs in without that person learning of it. */
export default async function ChangedPage() {
  const { data, session } = await loadForAnyone(async (scope) => ({
    changes: await unreadChanges(scope),
    now: scope.now,
  }));
  const { actor, stage } = session;
  if (data.changes.length === 0) redirect(landingRoute({ role: actor.role, stage }));
  const isClient = actor.kind === "client";
  const changes = foldNewDevices(data.changes);
  return (
    <OwnPage>
      <BeforeSignIn
        title="Your sign-in changed"
        sub="Since you last read here:"
        leave={isClient ? <Leave /> : undefined}
      >
        <ul className="stack">
          {changes.map(({ id, kind, by, at, ...device }) => (
            <li key={id}>
              <span className="sec">{formatMoment(at, data.now, actor.zone)}</span>
              <br />
              {credentialSentence(kind, by, device)}
            </li>
          ))}
        </ul>
        {changes.some(({ kind }) => kind === "new-device") ? (
          <p className="sm sec">A private window, or a browser whose data were cleared, signs in as a new one.</p>
        ) : null}
        <ActionForm action={goOn} submit="I have read this" busy="Opening…">
          <input type="hidden" name="upTo" value={data.now.toISOString()} />
        </ActionForm>
        <p className="sm sec">
          {isClient
            ? "Was something here not you, or not agreed with you? Choose a new password, end the other sign-ins, and tell your therapist when you see them."
            : "Was something here not you? Choose a new password, end the other sign-ins, and tell the owner of the practice."}
        </p>
        <LinkButton href={(isClient ? "/portal/account" : "/account") as Route} look="quiet" flush>
          Go to your account
        </LinkButton>
      </BeforeSignIn>
    </OwnPage>
  );
}
