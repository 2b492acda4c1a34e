import Link from "next/link";
import type { ReactNode } from "react";
import { BeforeSignIn } from "@/components/identity/before-sign-in";

/** Used, replaced, expired and never made look the same. */
export function LinkOver({ children }: { children: ReactNode }) {
  return (
    <BeforeSignIn title="This link is over" sub="It was used, replaced by a newer one, or has run out.">
      <p>{children}</p>
      <p>
        <Link href="/sign-in" prefetch={false}>
          Go to sign in
        </Link>
      </p>
    </BeforeSignIn>
  );
}
