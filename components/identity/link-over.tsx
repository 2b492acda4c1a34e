import type { ReactNode } from "react";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { LinkButton } from "@/components/ui/link-button";

/** Used, replaced, expired and never made look the same. */
export function LinkOver({ leave, children }: { leave: ReactNode; children: ReactNode }) {
  return (
    <BeforeSignIn
      title="This link no longer works"
      sub="It was used, replaced by a newer one, or has run out."
      leave={leave}
    >
      <p>{children}</p>
      <LinkButton href="/sign-in" look="quiet" flush>
        Go to sign in
      </LinkButton>
    </BeforeSignIn>
  );
}
