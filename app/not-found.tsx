import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { LinkButton } from "@/components/ui/link-button";
import { Leave } from "./_shell/leave";

export const metadata: Metadata = { title: "Not here" };

/** The same page for what never was, what is gone, and what is somebody else's. Nobody is known here, so the way out is too. */
export default function NotFoundPage() {
  return (
    <main id="main" className="lone">
      <Logo width={44} />
      <h1>This page is not here</h1>
      <p className="sec">The address may be mistyped, or the page may have moved. Nothing you wrote is lost.</p>
      <LinkButton href="/" look="filled">
        Go to Nearer
      </LinkButton>
      <Leave />
    </main>
  );
}
