import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

/** On a home screen: a name that tells nothing, whichever page was open when it was put there. */
export const metadata: Metadata = {
  manifest: "/manifest.webmanifest",
  appleWebApp: { title: "Nearer" },
};

/** Pages reach under a notch; `asPortal` keeps their words out of it. */
export const viewport: Viewport = { viewportFit: "cover" };

export default function PortalLayout({ children }: { children: ReactNode }) {
  return children;
}
