import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Door } from "../../../_shell/door";
import { stop } from "./actions";

export const metadata: Metadata = { title: "Letters" };

/** The same for every link, whether or not it came from here: opening it does nothing and tells nothing. */
export default async function LettersOffPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <Door
      title="No more of these letters?"
      sub="Letters like the one with this link stop, and nothing else changes. Whatever waits for you is there when you sign in."
    >
      <ActionForm action={stop} submit="Stop these letters" busy="Stopping them…" whenDone={<Stopped />}>
        <input type="hidden" name="token" value={token} />
      </ActionForm>
    </Door>
  );
}

function Stopped() {
  return (
    <div className="grid gap-4">
      <p>If this link is from one of our letters, no more like it are sent. Under Account you can want them again.</p>
      <LinkButton href="/sign-in" look="quiet" flush>
        Sign in
      </LinkButton>
    </div>
  );
}
