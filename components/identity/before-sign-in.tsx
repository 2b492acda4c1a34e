import type { ReactNode } from "react";
import { SignInShell } from "@/components/shell/sign-in-shell";

/** Every page before sign-in says what Nearer is not. */
export function BeforeSignIn({
  title,
  sub,
  leave,
  children,
}: {
  title: string;
  sub?: ReactNode;
  leave?: ReactNode;
  children: ReactNode;
}) {
  return (
    <SignInShell
      title={title}
      sub={sub}
      leave={leave}
      notes={<p>In danger now? Call your local emergency number. Nearer is not watched around the clock.</p>}
    >
      {children}
    </SignInShell>
  );
}
